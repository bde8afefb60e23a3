package org.hoshimori.platform.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.hoshimori.platform.credential.Credentials;
import org.hoshimori.platform.credential.Issuer;
import org.hoshimori.platform.credential.IssuerKey;
import org.hoshimori.platform.credential.Wording;
import org.hoshimori.platform.register.Register;
import org.hoshimori.platform.web.OpenPaths;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Finds the issuer's key. The database remembers its public half: instances that share a database
/// sign with one key, or certificates would have two voices.
@Configuration(proxyBeanMethods = false)
class Issuing {

    private static final String FILE = "issuer.key";

    @Bean
    Credentials credentials(
            IssuerSettings settings,
            Register register,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            @Value("${hoshimori.data}") Path data,
            @Value("${hoshimori.public-url}") String address) {
        IssuerKey key =
                transaction.execute(_ -> {
                    // Two instances may start at once on an empty database.
                    jdbc.sql("lock table certificate.issuer_key in share row exclusive mode")
                            .update();
                    return key(settings, jdbc, data.resolve(FILE));
                });
        Issuer issuer =
                Issuer.of(
                        address.replaceAll("/+$", ""),
                        new Wording(settings.nameJa(), settings.nameEn()),
                        key,
                        register.key());
        publish(issuer, data.resolve("trust"));
        return new Credentials(issuer, key);
    }

    private static IssuerKey key(IssuerSettings settings, JdbcClient jdbc, Path file) {
        Optional<String> known =
                jdbc.sql("select jwk from certificate.issuer_key").query(String.class).optional();
        Optional<IssuerKey> given =
                settings.key().isBlank()
                        ? IssuerKey.read(file)
                        : Optional.of(IssuerKey.parse(settings.key()));
        if (known.isEmpty()) {
            IssuerKey key = given.orElseGet(() -> IssuerKey.make(file));
            jdbc.sql("insert into certificate.issuer_key (jwk) values (:jwk)")
                    .param("jwk", key.publicJwk())
                    .update();
            return key;
        }
        return given.filter(key -> key.publicJwk().equals(known.get()))
                .orElseThrow(() ->
                        new IllegalStateException(
                                "certificates here are signed with the key %s, and this instance has %s: copy the first instance's issuer.key to %s or set HOSHIMORI_ISSUER_KEY"
                                        .formatted(
                                                known.get(),
                                                given.map(IssuerKey::toString).orElse("none"),
                                                file)));
    }

    /// The command line on this machine trusts this register.
    private static void publish(Issuer issuer, Path folder) {
        try {
            Files.createDirectories(folder);
            Path fresh = folder.resolve("issuer.json.new");
            Files.writeString(fresh, issuer.json());
            Files.move(
                    fresh,
                    folder.resolve("issuer.json"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the issuer's document cannot be written", e);
        }
    }

    @Bean
    OpenPaths certificatePaths() {
        return OpenPaths.of("/certificates/**", "/status/**", "/verify", Issuer.PATH);
    }
}
