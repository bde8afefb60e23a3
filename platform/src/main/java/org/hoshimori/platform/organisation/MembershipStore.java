package org.hoshimori.platform.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who belongs to a company, in the database.
@Component
class MembershipStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    MembershipStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Membership> find(OrganisationId organisation, AccountId account) {
        return jdbc.sql(
                        """
                        select * from organisation.membership
                        where organisation = :organisation and account = :account
                        """)
                .param("organisation", organisation.value())
                .param("account", account.value())
                .query((row, index) -> membership(row))
                .optional();
    }

    List<Membership> of(AccountId account) {
        return jdbc.sql(
                        """
                        select * from organisation.membership where account = :account
                        order by since, organisation
                        """)
                .param("account", account.value())
                .query((row, index) -> membership(row))
                .list();
    }

    List<Membership> members(OrganisationId organisation) {
        return jdbc.sql(
                        """
                        select * from organisation.membership where organisation = :organisation
                        order by since, account
                        """)
                .param("organisation", organisation.value())
                .query((row, index) -> membership(row))
                .list();
    }

    /// Sets the roles of a member, who may be new.
    void put(OrganisationId organisation, AccountId account, Collection<Role> roles) {
        jdbc.sql(
                        """
                        insert into organisation.membership (organisation, account, roles, since)
                        values (:organisation, :account, :roles::text[], :at)
                        on conflict (organisation, account) do update set roles = excluded.roles
                        """)
                .param("organisation", organisation.value())
                .param("account", account.value())
                .param("roles", Sql.array(roles.stream().map(Role::name).sorted().toList()))
                .param("at", Sql.at(clock.instant()))
                .update();
    }

    void remove(OrganisationId organisation, AccountId account) {
        jdbc.sql(
                        """
                        delete from organisation.membership
                        where organisation = :organisation and account = :account
                        """)
                .param("organisation", organisation.value())
                .param("account", account.value())
                .update();
    }

    private static Membership membership(ResultSet row) throws SQLException {
        return new Membership(
                new OrganisationId(row.getObject("organisation", UUID.class)),
                new AccountId(row.getObject("account", UUID.class)),
                Sql.texts(row, "roles").stream().map(Role::valueOf).collect(Collectors.toSet()),
                Sql.instant(row, "since"));
    }
}
