package org.hoshimori.probe.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hoshimori.probe.Json;
import org.hoshimori.probe.Malformed;
import org.junit.jupiter.api.Test;

/// The shipped data is whole, and files from elsewhere are refused where they are wrong.
class RulebookTests {

    private static final Ratings RATINGS = Ratings.usual();

    private static String shipped() {
        return new String(Ratings.own("rules.yaml"), StandardCharsets.UTF_8);
    }

    @Test
    void everyRuleHasARepairAndEveryRepairARule() {
        Set<String> used = new HashSet<>();
        for (Rule rule : RATINGS.rulebook().rules()) {
            assertThat(RATINGS.fixes().byKey()).as(rule.id()).containsKey(rule.fix());
            used.add(rule.fix());
        }
        assertThat(used).containsExactlyInAnyOrderElementsOf(RATINGS.fixes().byKey().keySet());
    }

    @Test
    void criteriaNameRulesThatExist() {
        assertThat(RATINGS.criteria().byRule().keySet())
                .allMatch(rule -> RATINGS.rulebook().rule(rule).isPresent());
    }

    @Test
    void theRepairsKnowTheProductsThatPeopleUse() {
        Set<String> products = new HashSet<>();
        RATINGS.fixes().byKey().values().forEach(fix -> products.addAll(fix.settings().keySet()));
        assertThat(products)
                .contains(
                        "nginx",
                        "Apache",
                        "IIS",
                        "Postfix",
                        "Microsoft 365",
                        "Google Workspace",
                        "Route 53");
    }

    @Test
    void aWrongLineIsNamedWithItsPlace() {
        assertThatThrownBy(() ->
                        RulebookReader.read(
                                shipped()
                                        .replace("email: 20", "email: 21")
                                        .getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Malformed.class, e -> assertThat(e.problem()).contains("101 points"));
        assertThatThrownBy(() ->
                        RulebookReader.read(
                                shipped()
                                        .replace("below: 14}", "beneath: 14}")
                                        .getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Malformed.class, e -> assertThat(e.line()).isGreaterThan(100));
    }

    @Test
    void exploitedMeansOnTheOfficialList() throws Exception {
        Path official = Path.of("../../shared/data/kev/known_exploited_vulnerabilities.json");
        assumeTrue(Files.exists(official), "no shared/data/kev: the official list is not compared");
        Set<String> listed = new HashSet<>();
        Json.read(Files.readString(official))
                .get("vulnerabilities")
                .forEach(v -> listed.add(v.get("cveID").asString()));
        assertThat(RATINGS.flaws().flaws())
                .allMatch(flaw -> flaw.exploited() == listed.contains(flaw.cve()));
    }

    @Property(tries = 100)
    void anyTextIsReadOrRefusedWithoutBreaking(@ForAll String text) {
        try {
            RulebookReader.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (Malformed e) {
            assertThat(e.line()).isPositive();
        }
    }

    @Test
    void versionsAreOrderedAsTheirMakersOrderThem() {
        assertThat(Versions.compare("9.2", "9.10")).isNegative();
        assertThat(Versions.compare("9.2p1", "9.2")).isPositive();
        assertThat(Versions.compare("1.0.1f", "1.0.1g")).isNegative();
        assertThat(Versions.compare("1.0.1", "1.0.1g")).isNegative();
        assertThat(Versions.compare("2.4.49", "2.4.49")).isZero();
    }
}
