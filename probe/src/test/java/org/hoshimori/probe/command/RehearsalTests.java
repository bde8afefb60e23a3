package org.hoshimori.probe.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hoshimori.probe.fleet.Certificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The servers that the commands are rehearsed with.
class RehearsalTests {

    @Test
    void servesUntilItsInputEnds(@TempDir Path folder) throws Exception {
        Certificates.Identity identity = new Certificates().identity("good", "127.0.0.1");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "key", identity.key().getPrivate(), "secret".toCharArray(), identity.chain());
        Path file = folder.resolve("key.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "secret".toCharArray());
        }
        Path authority =
                Files.writeString(
                        folder.resolve("root.pem"),
                        "-----BEGIN CERTIFICATE-----\n"
                                + Base64.getMimeEncoder()
                                        .encodeToString(identity.chain()[0].getEncoded())
                                + "\n-----END CERTIFICATE-----\n");
        Process server =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                Rehearsal.class.getName(),
                                file.toString(),
                                "secret")
                        .start();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                server.getInputStream(), StandardCharsets.US_ASCII))) {
            String target = "https://127.0.0.1:" + lines.readLine().split(" ")[0];
            List<String> call =
                    List.of(
                            "probe",
                            target,
                            "--allow-private",
                            "--json",
                            "--timeout",
                            "60",
                            "--ca",
                            authority.toString());
            ByteArrayOutputStream seen = new ByteArrayOutputStream();
            try (Console console =
                    Console.of(
                            call,
                            InputStream.nullInputStream(),
                            seen,
                            OutputStream.nullOutputStream(),
                            Clock.systemUTC())) {
                assertThat(Main.run(call, console)).isEqualTo(Main.YES);
            }
            assertThat(seen.toString(StandardCharsets.UTF_8))
                    .contains("\"trusted\":true", "\"check\":\"http.hsts");
            server.getOutputStream().close();
            assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            server.destroy();
        }
    }
}
