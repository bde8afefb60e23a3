package org.hoshimori.platform.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.hoshimori.platform.database.Sql;
import org.hoshimori.platform.web.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Links that sign in once. The token has 256 random bits; the database knows its hash only, so a
/// copy of the database signs nobody in.
@Component
class Links {

    /// What became of a link that somebody opened.
    sealed interface Opened {
        record Good(Email email, String name, Language language, LocalPath continueTo)
                implements Opened {}

        record Used() implements Opened {}

        record Expired() implements Opened {}

        record Unknown() implements Opened {}
    }

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;
    private final PublicAddress address;

    Links(JdbcClient jdbc, Clock clock, PublicAddress address) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.address = address;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public String make(
            Email email, String name, Language language, LocalPath continueTo, Duration valid) {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Instant now = clock.instant();
        jdbc.sql(
                        """
                        insert into account.link (hash, email, name, language, continue_to, created_at, expires_at)
                        values (:hash, :email, :name, :language, :to, :now, :expires)
                        """)
                .param("hash", hash(token))
                .param("email", email.value())
                .param("name", name)
                .param("language", language.tag())
                .param("to", continueTo.value())
                .param("now", Sql.at(now))
                .param("expires", Sql.at(now.plus(valid)))
                .update();
        return address.link("/sign-in/link/" + token);
    }

    /// Looks without using: mail scanners open links too.
    @Transactional(readOnly = true)
    public Opened look(String token) {
        return jdbc.sql("select * from account.link where hash = :hash")
                .param("hash", hash(token))
                .query((row, index) -> opened(row))
                .optional()
                .orElseGet(Opened.Unknown::new);
    }

    /// Uses the link: of two at once, one is too late.
    @Transactional(propagation = Propagation.MANDATORY)
    public Opened use(String token) {
        Opened before = look(token);
        int used =
                jdbc.sql(
                                """
                                update account.link set used_at = :now
                                where hash = :hash and used_at is null and expires_at > :now
                                """)
                        .param("hash", hash(token))
                        .param("now", Sql.at(clock.instant()))
                        .update();
        return used == 1 ? before : look(token);
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
    @Transactional
    public void forgetOldOnes() {
        jdbc.sql("delete from account.link where expires_at < :before")
                .param("before", Sql.at(clock.instant().minus(Duration.ofDays(30))))
                .update();
    }

    private Opened opened(ResultSet row) throws SQLException {
        if (Sql.instantOrNull(row, "used_at") != null) {
            return new Opened.Used();
        }
        if (!Sql.instant(row, "expires_at").isAfter(clock.instant())) {
            return new Opened.Expired();
        }
        return new Opened.Good(
                new Email(row.getString("email")),
                row.getString("name"),
                Language.of(row.getString("language")),
                LocalPath.of(row.getString("continue_to")));
    }

    private static byte[] hash(String token) {
        return Sha256.of(token.getBytes(StandardCharsets.US_ASCII));
    }
}
