package org.hoshimori.platform.notice;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The outbox in the database. What a sent letter said is forgotten: it may have carried a link.
@Component
class WaitingLetters {

    record Waiting(
            UUID id,
            String address,
            String name,
            String language,
            String subject,
            String body,
            String html,
            Optional<Instant> uselessAfter,
            int tries) {}

    private final JdbcClient jdbc;

    WaitingLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The next letter that is due, locked until the transaction ends.
    Optional<Waiting> next(Instant now) {
        return jdbc.sql(
                        """
                        select * from notice.letter where state = 'waiting' and next_try <= :now
                        order by next_try limit 1 for update skip locked
                        """)
                .param("now", Sql.at(now))
                .query((row, index) ->
                        new Waiting(
                                row.getObject("id", UUID.class),
                                row.getString("to_address"),
                                row.getString("to_name"),
                                row.getString("language"),
                                row.getString("subject"),
                                row.getString("body"),
                                row.getString("html"),
                                Optional.ofNullable(Sql.instantOrNull(row, "useless_after")),
                                row.getInt("tries")))
                .optional();
    }

    void end(UUID id, String state, Instant at) {
        jdbc.sql(
                        """
                        update notice.letter set state = :state, body = '', html = '', last_error = null,
                            tries = tries + 1, sent_at = case when :state = 'sent' then :at::timestamptz end
                        where id = :id
                        """)
                .param("state", state)
                .param("at", Sql.at(at))
                .param("id", id)
                .update();
    }

    void tryLater(UUID id, Instant nextTry, String why) {
        jdbc.sql(
                        """
                        update notice.letter set tries = tries + 1, next_try = :next, last_error = left(:why, 500)
                        where id = :id
                        """)
                .param("next", Sql.at(nextTry))
                .param("why", why)
                .param("id", id)
                .update();
    }

    /// The letter stays, for the operator to read why.
    void giveUp(UUID id, String why) {
        jdbc.sql(
                        """
                        update notice.letter set tries = tries + 1, state = 'given-up', last_error = left(:why, 500)
                        where id = :id
                        """)
                .param("why", why)
                .param("id", id)
                .update();
    }
}
