package org.hoshimori.platform.api;

import java.time.Instant;
import java.util.Optional;
import org.hoshimori.platform.database.Sql;
import org.hoshimori.platform.organisation.OrganisationId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of requests that happen once.
@Component
class OnceRows {

    /// What was answered to a request.
    record Kept(byte[] fingerprint, ResponseEntity<String> answer) {}

    private final JdbcClient jdbc;

    OnceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Keeps everybody else off this key until our transaction ends.
    ///
    /// @return false when somebody has it already: we do not wait for them
    boolean take(OrganisationId organisation, String key) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "once:" + organisation + ":" + key)
                .query(Boolean.class)
                .single();
    }

    /// @param since older ones are as good as gone
    Optional<Kept> find(OrganisationId organisation, String key, Instant since) {
        return jdbc.sql(
                        """
                        select fingerprint, status, location, body from api.once
                        where organisation = :organisation and key = :key and at > :since
                        """)
                .param("organisation", organisation.value())
                .param("key", key)
                .param("since", Sql.at(since))
                .query((row, index) -> {
                    var answer =
                            ResponseEntity.status(row.getInt("status"))
                                    .contentType(MediaType.APPLICATION_JSON)
                                    .header("Idempotent-Replayed", "true");
                    String location = row.getString("location");
                    if (location != null) {
                        answer.header(HttpHeaders.LOCATION, location);
                    }
                    return new Kept(
                            row.getBytes("fingerprint"), answer.body(row.getString("body")));
                })
                .optional();
    }

    void keep(
            OrganisationId organisation,
            String key,
            byte[] fingerprint,
            Instant at,
            ResponseEntity<String> answer) {
        jdbc.sql(
                        """
                        insert into api.once (organisation, key, fingerprint, at, status, location, body)
                        values (:organisation, :key, :fingerprint, :at, :status, :location, :body)
                        on conflict (organisation, key) do update set
                            fingerprint = excluded.fingerprint, at = excluded.at, status = excluded.status,
                            location = excluded.location, body = excluded.body
                        """)
                .param("organisation", organisation.value())
                .param("key", key)
                .param("fingerprint", fingerprint)
                .param("at", Sql.at(at))
                .param("status", answer.getStatusCode().value())
                .param("location", answer.getHeaders().getFirst(HttpHeaders.LOCATION))
                .param("body", answer.getBody())
                .update();
    }

    void forget(Instant before) {
        jdbc.sql("delete from api.once where at <= :before")
                .param("before", Sql.at(before))
                .update();
    }
}
