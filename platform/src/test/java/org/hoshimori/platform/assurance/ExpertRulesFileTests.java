package org.hoshimori.platform.assurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The file that ships, broken line by line.
class ExpertRulesFileTests {

    private static final Path FILE = Path.of("../schemes/scs/assurance/experts.yaml");

    @Test
    void whatShipsIsMarkedAsProposal() {
        ExpertRules rules = IndependenceTests.rules();
        assertThat(rules.status()).isEqualTo("proposal");
        assertThat(rules.kinds()).extracting(QualificationKind::id).contains("riss", "cissp");
        assertThat(rules.kinds())
                .allSatisfy(kind -> assertThat(kind.status()).isIn("proposal", "unknown"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "effect: refuse | effect: maybe | \"effect\" cannot be \"maybe\"",
                "months: 12 | months: 0 | \"months\" cannot be \"0\"",
                "months: 12 | montsh: 12 | unknown key \"montsh\"",
                "tie: helper | tie: member | \"member\" stands twice",
                "id: cissp | id: riss | \"riss\" stands twice",
                "format: 1 | format: 2 | only format 1",
                "status: proposal | status: sure | \"status\" cannot be \"sure\"",
                "number: \"[0-9]{6}\" | number: \"[0-9\" | \"number\" cannot be",
                "version: \"2026-11-23\" | note: x | \"note\" stands twice",
            })
    void everyFaultIsShownAtItsLine(String good, String bad, String message) throws IOException {
        String text = Files.readString(FILE);
        int at = text.indexOf(good, text.indexOf("\nformat: 1"));
        String broken = text.substring(0, at) + bad + text.substring(at + good.length());
        int line = (int) text.substring(0, at).lines().count();

        var read = ExpertRulesFile.read("experts.yaml", broken.getBytes(StandardCharsets.UTF_8));

        assertThat(read)
                .isInstanceOfSatisfying(
                        ExpertRulesFile.Read.Bad.class,
                        faults ->
                                assertThat(faults.lines())
                                        .contains(message)
                                        .contains("experts.yaml:"));
        assertThat(((ExpertRulesFile.Read.Bad) read).faults())
                .anySatisfy(fault -> assertThat(fault.line()).isBetween(line - 3, line + 3));
    }

    @Test
    void brokenYamlIsAFaultToo() {
        var read = ExpertRulesFile.read("x.yaml", "a: [".getBytes(StandardCharsets.UTF_8));
        assertThat(read).isInstanceOf(ExpertRulesFile.Read.Bad.class);
        assertThat(ExpertRulesFile.read("x.yaml", new byte[0]))
                .isInstanceOf(ExpertRulesFile.Read.Bad.class);
    }
}
