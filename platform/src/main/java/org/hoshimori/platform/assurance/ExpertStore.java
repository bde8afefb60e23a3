package org.hoshimori.platform.assurance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.platform.database.Sql;
import org.hoshimori.rules.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The tables of experts, their qualifications and the companies they advised.
@Component
class ExpertStore {

    private final JdbcClient jdbc;
    private final ExpertRules rules;

    ExpertStore(JdbcClient jdbc, ExpertRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    /// A row of `assurance.expert`.
    record Row(AccountId account, Optional<String> employer, boolean listed, String introduction) {}

    void save(AccountId account, Profile profile, Instant at) {
        jdbc.sql(
                        """
                        insert into assurance.expert (account, employer, listed, introduction, updated_at)
                        values (:account, :employer, :listed, :introduction, :at)
                        on conflict (account) do update set employer = excluded.employer, listed = excluded.listed,
                            introduction = excluded.introduction, updated_at = excluded.updated_at
                        """)
                .param("account", account.value())
                .param("employer", profile.employer().orElse(null))
                .param("listed", profile.listed())
                .param("introduction", profile.introduction())
                .param("at", Sql.at(at))
                .update();
    }

    Optional<Row> find(AccountId account) {
        return jdbc.sql("select * from assurance.expert where account = :account")
                .param("account", account.value())
                .query(ExpertStore::row)
                .optional();
    }

    /// Experts who agreed to be found and have a qualification that counts on the day.
    List<Row> listed(LocalDate day) {
        return jdbc.sql(
                        """
                        select e.* from assurance.expert e where e.listed and exists (
                            select from assurance.qualification q where q.account = e.account and q.state = 'verified'
                                and q.valid_from <= :day and (q.valid_until is null or q.valid_until >= :day))
                        order by e.updated_at desc limit 200
                        """)
                .param("day", day)
                .query(ExpertStore::row)
                .list();
    }

    UUID claim(AccountId account, QualificationClaim claim, Instant at) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into assurance.qualification
                            (id, account, kind, number, valid_from, valid_until, state, submitted_at)
                        values (:id, :account, :kind, :number, :from, :until, 'submitted', :at)
                        """)
                .param("id", id)
                .param("account", account.value())
                .param("kind", claim.kind())
                .param("number", claim.number())
                .param("from", claim.validFrom())
                .param("until", claim.validUntil().orElse(null))
                .param("at", Sql.at(at))
                .update();
        return id;
    }

    List<Row> all(Collection<AccountId> accounts) {
        return jdbc.sql("select * from assurance.expert where account = any(:accounts::uuid[])")
                .param("accounts", array(accounts))
                .query(ExpertStore::row)
                .list();
    }

    /// The newest first; those that count stand before those that do not.
    List<Qualification> qualifications(Collection<AccountId> accounts) {
        return jdbc.sql(
                        """
                        select * from assurance.qualification where account = any(:accounts::uuid[])
                        order by state = 'verified' desc, submitted_at desc
                        """)
                .param("accounts", array(accounts))
                .query(this::qualification)
                .list();
    }

    /// Every qualification for the operator's desk: those that wait first, oldest first.
    List<Qualification> all() {
        return jdbc.sql(
                        """
                        select * from assurance.qualification
                        order by state = 'submitted' desc, submitted_at limit 500
                        """)
                .query(this::qualification)
                .list();
    }

    Optional<Qualification> locked(UUID id) {
        return jdbc.sql("select * from assurance.qualification where id = :id for update")
                .param("id", id)
                .query(this::qualification)
                .optional();
    }

    boolean taken(Qualification by) {
        return jdbc.sql(
                        """
                        select exists (select from assurance.qualification
                            where kind = :kind and number = :number and id <> :id and state in ('verified', 'suspended'))
                        """)
                .param("kind", by.kind())
                .param("number", by.number())
                .param("id", by.id())
                .query(Boolean.class)
                .single();
    }

    void decide(UUID id, Qualification.State state, String reason, AccountId by, Instant at) {
        jdbc.sql(
                        """
                        update assurance.qualification
                        set state = :state, reason = :reason, decided_by = :by, decided_at = :at where id = :id
                        """)
                .param("id", id)
                .param("state", state.code())
                .param("reason", reason)
                .param("by", by.value())
                .param("at", Sql.at(at))
                .update();
    }

    /// Notes advice; a later note on the same company replaces the earlier only when it lasts
    /// longer.
    void note(AccountId account, Advice advice, Instant at) {
        jdbc.sql(
                        """
                        insert into assurance.advice (account, company, until, noted_at)
                        values (:account, :company, :until, :at)
                        on conflict (account, company) do update set noted_at = excluded.noted_at,
                            until = case when excluded.until is null then null
                                         when assurance.advice.until is null then excluded.until
                                         else greatest(assurance.advice.until, excluded.until) end
                        """)
                .param("account", account.value())
                .param("company", advice.company())
                .param("until", advice.until().orElse(null))
                .param("at", Sql.at(at))
                .update();
    }

    List<Advice> advice(AccountId account) {
        return advice(List.of(account)).getOrDefault(account, List.of());
    }

    /// Of several experts; who noted none is left out.
    Map<AccountId, List<Advice>> advice(Collection<AccountId> accounts) {
        var advice = new HashMap<AccountId, List<Advice>>();
        jdbc.sql(
                        """
                        select * from assurance.advice where account = any(:accounts::uuid[])
                        order by noted_at desc
                        """)
                .param("accounts", array(accounts))
                .query(row -> {
                    advice.computeIfAbsent(account(row), _ -> new ArrayList<>())
                            .add(
                                    new Advice(
                                            row.getString("company"),
                                            Optional.ofNullable(
                                                    row.getObject("until", LocalDate.class))));
                });
        return advice;
    }

    private static String[] array(Collection<AccountId> accounts) {
        return accounts.stream().map(AccountId::toString).toArray(String[]::new);
    }

    private static AccountId account(ResultSet row) throws SQLException {
        return new AccountId(row.getObject("account", UUID.class));
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                account(row),
                Optional.ofNullable(row.getString("employer")),
                row.getBoolean("listed"),
                row.getString("introduction"));
    }

    private Qualification qualification(ResultSet row, int index) throws SQLException {
        String kind = row.getString("kind");
        return new Qualification(
                row.getObject("id", UUID.class),
                account(row),
                kind,
                rules.kind(kind).map(QualificationKind::name).orElse(new Text(kind, kind)),
                row.getString("number"),
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_until", LocalDate.class)),
                Qualification.State.valueOf(
                        row.getString("state").toUpperCase(java.util.Locale.ROOT)),
                row.getString("reason"));
    }
}
