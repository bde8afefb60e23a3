package org.hoshimori.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The tables of all modules, `db/migration/{module}/V{time}__{what}.sql`.
final class Migrations {

    private static final String WHERE = "classpath:db/migration";

    private Migrations() {}

    static void apply(Coordinates where) {
        Flyway.configure()
                .dataSource(where.url(), where.user(), where.password())
                .locations(WHERE)
                // Each module has its own, and branches meet in any order.
                .outOfOrder(true)
                .load()
                .migrate();
    }

    /// Another set of them has another digest.
    static String digest() throws IOException {
        Resource[] files =
                new PathMatchingResourcePatternResolver().getResources(WHERE + "/**/*.sql");
        Arrays.sort(files, Comparator.comparing(Resource::getFilename));
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (Resource file : files) {
                try (InputStream content = file.getInputStream()) {
                    sha256.update(content.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
