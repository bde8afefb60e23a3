package org.hoshimori.platform.database;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the data lives.
///
/// @param directory the folder of this instance's files (the embedded database, keys, evidence)
/// @param url an outside PostgreSQL, `postgresql://user:password@host:5432/name` or a JDBC URL;
///   empty means the embedded one (`HOSHIMORI_DATABASE_URL`)
/// @param programs where the embedded PostgreSQL's programs are unpacked, once
/// @param connections the most connections this instance holds
@ConfigurationProperties("hoshimori.database")
record DatabaseSettings(
        Path directory,
        Path programs,
        @DefaultValue("") String url,
        @DefaultValue("12") int connections) {

    boolean embedded() {
        return url.isBlank();
    }

    /// The outside database, as the driver wants it.
    Coordinates outside() {
        if (url.startsWith("jdbc:postgresql:")) {
            return new Coordinates(url, "", "");
        }
        var uri = URI.create(url);
        if (!("postgres".equals(uri.getScheme()) || "postgresql".equals(uri.getScheme()))
                || uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "HOSHIMORI_DATABASE_URL must look like postgresql://user:password@host:5432/name or jdbc:postgresql://…");
        }
        String[] user =
                uri.getUserInfo() == null ? new String[] {"", ""} : uri.getUserInfo().split(":", 2);
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = uri.getQuery() == null ? "" : "?" + uri.getQuery();
        return new Coordinates(
                "jdbc:postgresql://" + uri.getHost() + port + uri.getPath() + query,
                user[0],
                user.length == 2 ? user[1] : "");
    }
}
