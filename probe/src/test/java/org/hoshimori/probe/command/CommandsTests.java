package org.hoshimori.probe.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.hoshimori.probe.fleet.NameServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The two commands as scripts call them.
class CommandsTests {

    @TempDir private Path folder;

    private record Ran(int code, String out, String err) {}

    private static Ran run(String in, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code;
        try (Console console =
                Console.of(
                        List.of(args),
                        new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                        out,
                        err,
                        Clock.systemUTC())) {
            code = Main.run(List.of(args), console);
        }
        return new Ran(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void addressesThatAreNotPublicAreRefusedUnlessAllowed() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String target = "127.0.0.1:" + server.getLocalPort();
            Ran refused = run("", "probe", target, "--json");
            assertThat(refused.code()).isEqualTo(Main.NO);
            assertThat(refused.out())
                    .contains("\"outcome\":\"refused\"", "loopback (RFC 1122)")
                    .hasLineCount(1);
            server.setSoTimeout(50);
            assertThat(connected(server)).isFalse();
            Ran mapped = run("", "probe", "[::ffff:127.0.0.1]:" + server.getLocalPort(), "--json");
            assertThat(mapped.out()).contains("\"outcome\":\"refused\"");
            assertThat(connected(server)).isFalse();
        }
    }

    private static boolean connected(ServerSocket server) {
        try {
            server.accept().close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aNameThatLeadsToAPrivateAddressIsRefusedToo() throws Exception {
        try (NameServer names = new NameServer()) {
            Ran ran =
                    run(
                            "",
                            "probe",
                            "https://mx.mail-good.test",
                            "--json",
                            "--resolver",
                            "127.0.0.1:" + names.port());
            assertThat(ran.out()).contains("\"outcome\":\"refused\"", "loopback");
        }
    }

    @Test
    void wrongCallsAreTwoWithOneLineForEachFault() throws IOException {
        Path from =
                Files.writeString(folder.resolve("targets"), "a.test\nnot a name\nhost:99999\n");
        Ran ran =
                run(
                        "",
                        "probe",
                        "--from",
                        from.toString(),
                        "--resolver",
                        "nonsense",
                        "--lang",
                        "en");
        assertThat(ran.code()).isEqualTo(Main.WRONG);
        assertThat(ran.err())
                .contains(from + ":2:1: ", from + ":3:1: ", "--resolver is written like")
                .hasLineCount(3);
        assertThat(ran.out()).isEmpty();
        assertThat(run("", "probe").code()).isEqualTo(Main.WRONG);
        assertThat(run("", "rate", folder.resolve("none").toString()).code()).isEqualTo(Main.WRONG);
        assertThat(run("", "nothing").err()).doesNotContain("\tat ");
    }

    @Test
    void aBundleIsRatedAndTheSameBundleGivesTheSameBytes() throws Exception {
        try (NameServer names = new NameServer()) {
            Ran probe =
                    run(
                            "",
                            "probe",
                            "mail-bare.test",
                            "--json",
                            "--resolver",
                            "127.0.0.1:" + names.port(),
                            "--ports",
                            "smtp:1");
            Path bundle = Files.writeString(folder.resolve("b.jsonl"), probe.out());
            Ran one = run("", "rate", bundle.toString(), "--json", "--lang", "ja");
            Ran two = run(probe.out(), "rate", "-", "--json", "--lang", "en");
            assertThat(one.code()).isZero();
            assertThat(one.out())
                    .isEqualTo(two.out())
                    .contains("\"rule\":\"email.spf.missing\"", "\"rule\":\"cap:spoofable-mail\"");
            assertThat(run("", "rate", bundle.toString(), "--lang", "ja").out())
                    .contains("SPFの記録がありません", "最小の修理");
            assertThat(
                            run(
                                            "",
                                            "rate",
                                            bundle.toString(),
                                            "--json",
                                            "--compare",
                                            bundle.toString())
                                    .out())
                    .contains("\"change\":0,\"changes\":[]");
            Path repaired =
                    Files.writeString(
                            folder.resolve("repaired.jsonl"),
                            probe.out()
                                    .lines()
                                    .filter(line -> !line.contains("\"mail.spf\""))
                                    .collect(java.util.stream.Collectors.joining("\n")));
            assertThat(
                            run(
                                            "",
                                            "rate",
                                            repaired.toString(),
                                            "--compare",
                                            bundle.toString(),
                                            "--lang",
                                            "en")
                                    .out())
                    .contains("email.spf.missing", "repaired: mail-bare.test")
                    .doesNotContain("{");
            Path html = folder.resolve("r.html");
            assertThat(run("", "rate", bundle.toString(), "--html", html.toString()).code())
                    .isZero();
            assertThat(Files.readString(html)).contains("</html>");
        }
    }

    @Test
    void aLineAtFaultRefusesTheBundleUnlessOneIsTolerant() throws IOException {
        Path bundle = Files.writeString(folder.resolve("b.jsonl"), "{\"v\":1}\n");
        Ran strict = run("", "rate", bundle.toString());
        assertThat(strict.code()).isEqualTo(Main.WRONG);
        assertThat(strict.err()).contains(bundle + ":1:1: ");
        assertThat(strict.out()).isEmpty();
        assertThat(run("", "rate", bundle.toString(), "--tolerant").code()).isZero();
    }

    @Test
    void aSignedBundleThatWasChangedIsRefused() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Path key =
                Files.writeString(
                        folder.resolve("key.pem"),
                        pem("PRIVATE KEY", pair.getPrivate().getEncoded())
                                + pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        try (NameServer names = new NameServer()) {
            Ran probe =
                    run(
                            "",
                            "probe",
                            "mail-bare.test",
                            "--sign",
                            key.toString(),
                            "--resolver",
                            "127.0.0.1:" + names.port(),
                            "--ports",
                            "smtp:1");
            String publicKey = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
            Path bundle = Files.writeString(folder.resolve("b.jsonl"), probe.out());
            assertThat(run("", "rate", bundle.toString(), "--json", "--sealed-by", publicKey).out())
                    .contains("\"holds\":true");
            Files.writeString(bundle, probe.out().replaceFirst("\"ms\":\\d+", "\"ms\":99999"));
            Ran changed = run("", "rate", bundle.toString(), "--json", "--lang", "en");
            assertThat(changed.code()).isEqualTo(Main.WRONG);
            assertThat(changed.err()).contains("seal does not fit");
            assertThat(changed.out()).isEmpty();
        }
    }

    private static String pem(String kind, byte[] bytes) {
        return "-----BEGIN "
                + kind
                + "-----\n"
                + Base64.getMimeEncoder().encodeToString(bytes)
                + "\n-----END "
                + kind
                + "-----\n";
    }

    @Test
    void helpSpeaksBothLanguages() {
        assertThat(run("", "probe", "--help", "--lang", "ja").out()).contains("外から見えるもの");
        assertThat(run("", "rate", "--help", "--lang", "en").out()).contains("same bytes");
    }
}
