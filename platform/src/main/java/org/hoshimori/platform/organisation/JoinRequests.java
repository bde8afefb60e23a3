package org.hoshimori.platform.organisation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.database.Sql;
import org.hoshimori.platform.web.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The wishes of people to join a company that is here already. The company's people see who asks;
/// who asks does not see them.
@Component
class JoinRequests {

    record JoinRequest(UUID id, AccountId by, String message, Instant at) {}

    private final JdbcClient jdbc;
    private final Members members;
    private final OrganisationStore organisations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JoinRequests(
            JdbcClient jdbc,
            Members members,
            OrganisationStore organisations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.members = members;
        this.organisations = organisations;
        this.events = events;
        this.clock = clock;
    }

    /// Asks to join. Asking again while the wish is open changes nothing.
    ///
    /// @throws NotFound when there is no such company
    @Transactional
    void ask(Actor actor, CorporateNumber number, String message) {
        OrganisationId id = organisations.find(number).orElseThrow(NotFound::new).id();
        int added =
                jdbc.sql(
                                """
                                insert into organisation.join_request (id, organisation, account, message, at)
                                select :id, :organisation, :account, :message, :at
                                where not exists (select 1 from organisation.membership
                                    where organisation = :organisation and account = :account)
                                on conflict (organisation, account) where answered_at is null do nothing
                                """)
                        .param("id", UUID.randomUUID())
                        .param("organisation", id.value())
                        .param("account", actor.id().value())
                        .param("message", message)
                        .param("at", Sql.at(clock.instant()))
                        .update();
        if (added == 1) {
            members.write(actor, "organisation.join-requested", id, Map.of());
            events.publishEvent(new JoinRequested(id, actor.id()));
        }
    }

    @Transactional(readOnly = true)
    List<JoinRequest> open(Actor actor, OrganisationId id) {
        members.require(actor, id, Permission.APPOINT);
        return jdbc.sql(
                        """
                        select id, account, message, at from organisation.join_request
                        where organisation = :id and answered_at is null order by at
                        """)
                .param("id", id.value())
                .query((row, index) ->
                        new JoinRequest(
                                row.getObject("id", UUID.class),
                                new AccountId(row.getObject("account", UUID.class)),
                                row.getString("message"),
                                Sql.instant(row, "at")))
                .list();
    }

    @Transactional
    void admit(Actor actor, OrganisationId id, UUID request, Role role) {
        AccountId by = answer(actor, id, request, true);
        members.join(actor, id, by, Set.of(role));
    }

    @Transactional
    void decline(Actor actor, OrganisationId id, UUID request) {
        AccountId by = answer(actor, id, request, false);
        members.write(actor, "organisation.join-declined", id, Map.of("member", by.toString()));
    }

    private AccountId answer(Actor actor, OrganisationId id, UUID request, boolean accepted) {
        members.require(actor, id, Permission.APPOINT);
        return jdbc.sql(
                        """
                        update organisation.join_request set answered_at = :now, accepted = :accepted
                        where id = :request and organisation = :id and answered_at is null
                        returning account
                        """)
                .param("request", request)
                .param("id", id.value())
                .param("accepted", accepted)
                .param("now", Sql.at(clock.instant()))
                .query((row, index) -> new AccountId(row.getObject("account", UUID.class)))
                .optional()
                .orElseThrow(NotFound::new);
    }
}
