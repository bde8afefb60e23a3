package org.hoshimori.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.hoshimori.platform.credential.Specimen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTests {

    private static final Specimen SPECIMEN = new Specimen();

    @TempDir private Path folder;
    private Shell shell;
    private String issuer;

    @BeforeEach
    void trust() {
        shell = new Shell(folder);
        issuer = shell.file("issuer.json", SPECIMEN.issuer.json());
    }

    @Test
    void saysYesToAllThreeForms() {
        for (String file :
                new String[] {
                    shell.file("c.jwt", SPECIMEN.jwt),
                    shell.file("c.json", SPECIMEN.json()),
                    shell.file("c.pdf", SPECIMEN.pdf("ja")),
                }) {
            var result = shell.run("verify", file, "--issuer", issuer);
            assertThat(result.code()).as(result.err()).isZero();
            assertThat(result.out()).startsWith("genuine: ").contains(Specimen.NUMBER, "[passed]");
        }
    }

    @Test
    void trustsTheDataFolderAndSpeaksJapanese() throws Exception {
        java.nio.file.Files.createDirectories(folder.resolve("data/trust"));
        shell.file("data/trust/issuer.json", SPECIMEN.issuer.json());
        var result = shell.run("verify", shell.file("c.jwt", SPECIMEN.jwt), "--lang", "ja");
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("本物です", "[未確認] 状態");
    }

    @Test
    void saysNoWithTheVerdictsWord() {
        String certificate = shell.file("c.jwt", SPECIMEN.jwt);
        assertThat(shell.run("verify", certificate).out()).startsWith("unknown-issuer");
        assertThat(shell.run("verify", certificate).code()).isEqualTo(1);
        byte[] flipped = SPECIMEN.json();
        flipped[flipped.length / 2] ^= 4;
        var tampered =
                shell.run("verify", shell.file("t.json", flipped), "--issuer", issuer, "--json");
        assertThat(tampered.code()).isEqualTo(1);
        assertThat(tampered.out()).startsWith("{\"verdict\":\"tampered\"");
    }

    @Test
    void takesNewsOfTheRegister() {
        String certificate = shell.file("c.json", SPECIMEN.json());
        String same = shell.file("checkpoint", SPECIMEN.proof().checkpoint().encoded());
        assertThat(shell.run("verify", certificate, "--issuer", issuer, "--checkpoint", same).out())
                .startsWith("genuine")
                .contains("same root hash");
        String news =
                shell.file(
                        "news.json",
                        SPECIMEN.credentials
                                .bundle(
                                        SPECIMEN.bundle(
                                                "suspended",
                                                Set.of(Specimen.PLACE.index()),
                                                Set.of()))
                                .getBytes(StandardCharsets.UTF_8));
        var suspended = shell.run("verify", certificate, "--issuer", issuer, "--checkpoint", news);
        assertThat(suspended.out()).startsWith("suspended");
        assertThat(suspended.code()).isEqualTo(1);
    }

    @Test
    void refusesWhatItCannotReadInOneLine() {
        String good = shell.file("c.jwt", SPECIMEN.jwt);
        for (var result :
                new Shell.Result[] {
                    shell.run("verify", "nowhere.pdf"),
                    shell.run("verify", shell.file("x.txt", "hello")),
                    shell.run("verify"),
                    shell.run("verify", good, "--issuer", shell.file("bad.json", "{}")),
                    shell.run("verify", good, "--issuer", issuer, "--checkpoint", good),
                }) {
            assertThat(result.code()).as(result.out() + result.err()).isEqualTo(2);
            assertThat(result.err()).isNotBlank().doesNotContain("Exception", "\tat ");
            assertThat(result.out()).isEmpty();
        }
    }
}
