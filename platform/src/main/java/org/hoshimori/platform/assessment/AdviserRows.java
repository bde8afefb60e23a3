package org.hoshimori.platform.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.database.Sql;
import org.hoshimori.platform.organisation.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of invitations to advise, and of those who accepted.
@Component
class AdviserRows {

    private final JdbcClient jdbc;

    AdviserRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void invite(AdviserInvitation invitation, Actor by) {
        jdbc.sql(
                        """
                        insert into assessment.adviser (id, assessment, email, invited_at, invited_by, valid_until)
                        values (:id, :assessment, :email, :at, :by, :until)
                        """)
                .param("id", invitation.id())
                .param("assessment", invitation.assessment().value())
                .param("email", invitation.email())
                .param("at", Sql.at(invitation.invitedAt()))
                .param("by", by.id().value())
                .param("until", Sql.at(invitation.validUntil()))
                .update();
    }

    Optional<AdviserInvitation> find(UUID id) {
        return jdbc.sql("select * from assessment.adviser where id = :id")
                .param("id", id)
                .query(AdviserRows::invitation)
                .optional();
    }

    List<AdviserInvitation> of(AssessmentId assessment) {
        return jdbc.sql(
                        "select * from assessment.adviser where assessment = :id order by invited_at, id")
                .param("id", assessment.value())
                .query(AdviserRows::invitation)
                .list();
    }

    /// @return false when it was accepted, ended or overtaken by the clock meanwhile
    boolean accept(
            UUID id, Actor actor, String employer, Optional<String> employerNumber, Instant at) {
        return jdbc.sql(
                                """
                                update assessment.adviser
                                set account = :account, name = :name, employer = :employer, employer_number = :number, accepted_at = :at
                                where id = :id and accepted_at is null and ended_at is null and valid_until > :at
                                """)
                        .param("account", actor.id().value())
                        .param("name", actor.name())
                        .param("employer", employer)
                        .param("number", employerNumber.orElse(null))
                        .param("at", Sql.at(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean end(AssessmentId assessment, UUID id, Instant at) {
        return jdbc.sql(
                                """
                                update assessment.adviser set ended_at = :at
                                where id = :id and assessment = :assessment and ended_at is null
                                """)
                        .param("at", Sql.at(at))
                        .param("id", id)
                        .param("assessment", assessment.value())
                        .update()
                == 1;
    }

    boolean advises(AssessmentId assessment, AccountId account) {
        return jdbc.sql(
                        """
                        select exists (select 1 from assessment.adviser
                            where account = :account and assessment = :assessment and ended_at is null)
                        """)
                .param("account", account.value())
                .param("assessment", assessment.value())
                .query(Boolean.class)
                .single();
    }

    List<Adviser> of(OrganisationId organisation) {
        return jdbc.sql(
                        """
                        select v.*, a.organisation from assessment.adviser v
                        join assessment.assessment a on a.id = v.assessment
                        where a.organisation = :organisation and v.account is not null order by v.accepted_at
                        """)
                .param("organisation", organisation.value())
                .query(AdviserRows::adviser)
                .list();
    }

    /// What this person helps with now.
    List<Adviser> of(AccountId account) {
        return jdbc.sql(
                        """
                        select v.*, a.organisation from assessment.adviser v
                        join assessment.assessment a on a.id = v.assessment
                        where v.account = :account and v.ended_at is null order by v.accepted_at
                        """)
                .param("account", account.value())
                .query(AdviserRows::adviser)
                .list();
    }

    private static Adviser adviser(ResultSet row, int index) throws SQLException {
        return new Adviser(
                new AssessmentId(row.getObject("assessment", UUID.class)),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                new AccountId(row.getObject("account", UUID.class)),
                row.getString("name"),
                row.getString("employer"),
                Optional.ofNullable(row.getString("employer_number")),
                Objects.requireNonNull(Sql.instantOrNull(row, "accepted_at")),
                Optional.ofNullable(Sql.instantOrNull(row, "ended_at")));
    }

    private static AdviserInvitation invitation(ResultSet row, int index) throws SQLException {
        return new AdviserInvitation(
                row.getObject("id", UUID.class),
                new AssessmentId(row.getObject("assessment", UUID.class)),
                row.getString("email"),
                Sql.instant(row, "invited_at"),
                Sql.instant(row, "valid_until"),
                row.getString("name"),
                row.getString("employer"),
                Optional.ofNullable(row.getString("employer_number")),
                Optional.ofNullable(Sql.instantOrNull(row, "accepted_at")),
                Optional.ofNullable(Sql.instantOrNull(row, "ended_at")));
    }
}
