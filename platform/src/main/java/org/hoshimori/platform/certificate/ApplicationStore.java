package org.hoshimori.platform.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.platform.assessment.AssessmentId;
import org.hoshimori.platform.certificate.Application.Decision;
import org.hoshimori.platform.database.Sql;
import org.hoshimori.platform.organisation.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Applications in the database.
@Component
class ApplicationStore {

    private final JdbcClient jdbc;

    ApplicationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Application application) {
        jdbc.sql(
                        """
                        insert into certificate.application
                            (id, assessment, organisation, decision, applied_at, applied_by)
                        values (:id, :assessment, :organisation, 'waiting', :at, :by)
                        """)
                .param("id", application.id().value())
                .param("assessment", application.assessment().value())
                .param("organisation", application.organisation().value())
                .param("at", Sql.at(application.appliedAt()))
                .param("by", application.appliedBy().value())
                .update();
    }

    Optional<Application> find(ApplicationId id) {
        return jdbc.sql("select * from certificate.application where id = :id")
                .param("id", id.value())
                .query(ApplicationStore::application)
                .optional();
    }

    /// Nobody else decides until this transaction ends.
    Optional<Application> lock(ApplicationId id) {
        return jdbc.sql("select * from certificate.application where id = :id for update")
                .param("id", id.value())
                .query(ApplicationStore::application)
                .optional();
    }

    Optional<Application> newest(AssessmentId assessment) {
        return jdbc.sql(
                        """
                        select * from certificate.application where assessment = :assessment
                        order by applied_at desc limit 1
                        """)
                .param("assessment", assessment.value())
                .query(ApplicationStore::application)
                .optional();
    }

    /// Oldest first while they wait, else newest first.
    List<Application> all(Decision decision, int most) {
        String order = decision == Decision.WAITING ? "applied_at" : "decided_at desc";
        return jdbc.sql(
                        "select * from certificate.application where decision = :decision order by "
                                + order
                                + ", id limit :most")
                .param("decision", decision.code())
                .param("most", most)
                .query(ApplicationStore::application)
                .list();
    }

    void decide(ApplicationId id, Decision decision, String reason, AccountId by, Instant at) {
        jdbc.sql(
                        """
                        update certificate.application
                        set decision = :decision, reason = :reason, decided_by = :by, decided_at = :at
                        where id = :id
                        """)
                .param("decision", decision.code())
                .param("reason", reason)
                .param("by", by.value())
                .param("at", Sql.at(at))
                .param("id", id.value())
                .update();
    }

    private static Application application(ResultSet row, int index) throws SQLException {
        return new Application(
                new ApplicationId(row.getObject("id", UUID.class)),
                new AssessmentId(row.getObject("assessment", UUID.class)),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                Decision.of(row.getString("decision")),
                Sql.instant(row, "applied_at"),
                new AccountId(row.getObject("applied_by", UUID.class)),
                Optional.ofNullable(Sql.instantOrNull(row, "decided_at")),
                Optional.ofNullable(row.getObject("decided_by", UUID.class)).map(AccountId::new),
                row.getString("reason"));
    }
}
