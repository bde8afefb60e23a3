package org.hoshimori.platform.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.database.Sql;
import org.hoshimori.platform.organisation.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of tokens.
@Component
class TokenRows {

    private static final int MOST_LISTED = 200;

    private final JdbcClient jdbc;

    TokenRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Token token, Secret secret) {
        jdbc.sql(
                        """
                        insert into api.token
                            (id, organisation, hash, ending, name, access, created_at, created_by, expires_at)
                        values (:id, :organisation, :hash, :ending, :name, :access, :at, :by, :expires)
                        """)
                .param("id", token.id().value())
                .param("organisation", token.organisation().value())
                .param("hash", secret.hash())
                .param("ending", token.ending())
                .param("name", token.name())
                .param("access", token.access().code())
                .param("at", Sql.at(token.createdAt()))
                .param("by", token.createdBy().value())
                .param("expires", Sql.at(token.expiresAt()))
                .update();
    }

    Optional<Token> find(Secret secret) {
        return jdbc.sql("select * from api.token where hash = :hash")
                .param("hash", secret.hash())
                .query(TokenRows::read)
                .optional();
    }

    /// The newest two hundred: those that can still be used first, and of each kind the newest.
    List<Token> of(OrganisationId organisation, Instant now) {
        return jdbc.sql(
                        """
                        select * from api.token where organisation = :organisation
                        order by (revoked_at is null and expires_at > :now) desc, created_at desc, id limit :limit
                        """)
                .param("organisation", organisation.value())
                .param("now", Sql.at(now))
                .param("limit", MOST_LISTED)
                .query(TokenRows::read)
                .list();
    }

    /// Notes the use to the minute, so that a busy program does not write with every request.
    void used(TokenId id, Instant now) {
        jdbc.sql(
                        """
                        update api.token set last_used_at = :now
                        where id = :id and (last_used_at is null or last_used_at < :now - interval '1 minute')
                        """)
                .param("id", id.value())
                .param("now", Sql.at(now))
                .update();
    }

    /// @return empty when the company has no such token, or it was revoked before
    Optional<Token> revoke(OrganisationId organisation, TokenId id, Actor by, Instant now) {
        return jdbc.sql(
                        """
                        update api.token set revoked_at = :now, revoked_by = :by
                        where id = :id and organisation = :organisation and revoked_at is null
                        returning *
                        """)
                .param("id", id.value())
                .param("organisation", organisation.value())
                .param("by", by.id().value())
                .param("now", Sql.at(now))
                .query(TokenRows::read)
                .optional();
    }

    private static Token read(ResultSet row, int index) throws SQLException {
        return new Token(
                new TokenId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                row.getString("name"),
                Access.of(row.getString("access")),
                row.getString("ending"),
                Sql.instant(row, "created_at"),
                new AccountId(row.getObject("created_by", UUID.class)),
                Sql.instant(row, "expires_at"),
                Optional.ofNullable(Sql.instantOrNull(row, "last_used_at")),
                Optional.ofNullable(Sql.instantOrNull(row, "revoked_at")));
    }
}
