package org.hoshimori.platform.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.account.Email;
import org.hoshimori.platform.database.Sql;
import org.hoshimori.platform.web.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Invitations into companies, in the database: a link can be used once, within 14 days.
@Component
class Invitations {

    static final Duration VALID = Duration.ofDays(14);

    private final JdbcClient jdbc;
    private final Members members;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Invitations(JdbcClient jdbc, Members members, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.members = members;
        this.events = events;
        this.clock = clock;
    }

    /// @return the path of the link
    @Transactional
    String invite(Actor actor, OrganisationId id, String email, Role role) {
        members.require(actor, id, Permission.APPOINT);
        String address =
                Email.parse(email)
                        .orElseThrow(() -> new IllegalArgumentException("not a mail address"))
                        .value();
        Token token = Token.fresh();
        Instant expires = clock.instant().plus(VALID);
        jdbc.sql(
                        """
                        insert into organisation.invitation
                        (id, organisation, token, email, role, invited_by, invited_at, expires_at)
                        values (:id, :organisation, :token, :email, :role, :by, :at, :expires)
                        """)
                .param("id", UUID.randomUUID())
                .param("organisation", id.value())
                .param("token", token.hash())
                .param("email", address)
                .param("role", role.name())
                .param("by", actor.id().value())
                .param("at", Sql.at(clock.instant()))
                .param("expires", Sql.at(expires))
                .update();
        members.write(
                actor,
                "organisation.member-invited",
                id,
                Map.of("email", address, "role", role.name()));
        String link = "/invitations/" + token.value();
        events.publishEvent(new PersonInvited(id, address, role, link, expires));
        return link;
    }

    @Transactional(readOnly = true)
    Optional<Invitation> find(String token) {
        return jdbc.sql("select * from organisation.invitation where token = :token")
                .param("token", new Token(token).hash())
                .query((row, index) -> invitation(row))
                .optional();
    }

    /// Those that can still be used, newest first.
    @Transactional(readOnly = true)
    List<Invitation> open(Actor actor, OrganisationId id) {
        members.require(actor, id, Permission.APPOINT);
        return jdbc.sql(
                        """
                        select * from organisation.invitation
                        where organisation = :id and used_at is null and revoked_at is null and expires_at > :now
                        order by invited_at desc
                        """)
                .param("id", id.value())
                .param("now", Sql.at(clock.instant()))
                .query((row, index) -> invitation(row))
                .list();
    }

    @Transactional
    void revoke(Actor actor, OrganisationId id, UUID invitation) {
        members.require(actor, id, Permission.APPOINT);
        String email =
                jdbc.sql(
                                """
                                update organisation.invitation set revoked_at = :now
                                where id = :invitation and organisation = :id and used_at is null and revoked_at is null
                                returning email
                                """)
                        .param("invitation", invitation)
                        .param("id", id.value())
                        .param("now", Sql.at(clock.instant()))
                        .query(String.class)
                        .optional()
                        .orElseThrow(NotFound::new);
        members.write(actor, "organisation.invitation-revoked", id, Map.of("email", email));
    }

    @Transactional
    Acceptance accept(Actor actor, String token, boolean confirmed) {
        Optional<Invitation> found = find(token);
        if (found.isEmpty()) {
            return new Acceptance.Closed(Acceptance.Reason.UNKNOWN);
        }
        Invitation invitation = found.get();
        if (invitation.closed().isPresent()) {
            return new Acceptance.Closed(invitation.closed().get());
        }
        if (!confirmed && !invitation.email().equals(actor.email())) {
            return new Acceptance.OtherAddress();
        }
        if (!use(invitation, actor)) {
            return new Acceptance.Closed(Acceptance.Reason.USED);
        }
        members.join(actor, invitation.organisation(), actor.id(), Set.of(invitation.role()));
        return new Acceptance.Joined(invitation.organisation());
    }

    /// @return whether this was the first use: of two at once, one is
    private boolean use(Invitation invitation, Actor actor) {
        return jdbc.sql(
                                """
                                update organisation.invitation set used_at = :now, used_by = :by
                                where id = :id and used_at is null and revoked_at is null
                                """)
                        .param("id", invitation.id())
                        .param("by", actor.id().value())
                        .param("now", Sql.at(clock.instant()))
                        .update()
                == 1;
    }

    private Invitation invitation(ResultSet row) throws SQLException {
        Instant expires = Sql.instant(row, "expires_at");
        Optional<Acceptance.Reason> closed = Optional.empty();
        if (row.getObject("used_at") != null) {
            closed = Optional.of(Acceptance.Reason.USED);
        } else if (row.getObject("revoked_at") != null) {
            closed = Optional.of(Acceptance.Reason.REVOKED);
        } else if (!clock.instant().isBefore(expires)) {
            closed = Optional.of(Acceptance.Reason.EXPIRED);
        }
        return new Invitation(
                row.getObject("id", UUID.class),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                row.getString("email"),
                Role.valueOf(row.getString("role")),
                Sql.instant(row, "invited_at"),
                expires,
                closed);
    }
}
