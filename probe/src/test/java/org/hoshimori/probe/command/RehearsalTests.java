package org.hoshimori.probe.command;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import org.hoshimori.probe.fleet.Certificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The rehearsal for a quick start.
class RehearsalTests {

    @Test
    void looksAtItselfAndEnds(@TempDir Path folder) throws Exception {
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
        assertThatCode(() ->
                        Rehearsal.main(
                                new String[] {file.toString(), "secret", authority.toString()}))
                .doesNotThrowAnyException();
    }
}
