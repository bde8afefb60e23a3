package org.hoshimori.platform.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.database.Sql;
import org.hoshimori.platform.organisation.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of assessments themselves.
@Component
class AssessmentRows {

    private static final String COLUMNS =
            "select id, organisation, scheme, edition, level, stage, created_at, renews, version from assessment.assessment ";

    private final JdbcClient jdbc;

    AssessmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Assessment assessment, Actor by) {
        jdbc.sql(
                        """
                        insert into assessment.assessment
                            (id, organisation, scheme, edition, level, stage, renews, created_at, created_by)
                        values (:id, :organisation, :scheme, :edition, :level, :stage, :renews, :at, :by)
                        """)
                .param("id", assessment.id().value())
                .param("organisation", assessment.organisation().value())
                .param("scheme", assessment.scheme())
                .param("edition", assessment.edition())
                .param("level", assessment.level())
                .param("stage", assessment.stage().code())
                .param("renews", assessment.renews().map(AssessmentId::value).orElse(null))
                .param("at", Sql.at(assessment.createdAt()))
                .param("by", by.id().value())
                .update();
    }

    Optional<Assessment> find(AssessmentId id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id.value())
                .query(AssessmentRows::read)
                .optional();
    }

    List<Assessment> all(Collection<AssessmentId> ids) {
        return jdbc.sql(COLUMNS + "where id = any(:ids::uuid[])")
                .param("ids", Sql.array(ids.stream().map(AssessmentId::toString).toList()))
                .query(AssessmentRows::read)
                .list();
    }

    /// Waits for everybody who is changing this assessment; nobody else does until we are done.
    Optional<Assessment> lock(AssessmentId id) {
        return jdbc.sql(COLUMNS + "where id = :id for update")
                .param("id", id.value())
                .query(AssessmentRows::read)
                .optional();
    }

    /// Newest first.
    List<Assessment> of(OrganisationId organisation) {
        return jdbc.sql(COLUMNS + "where organisation = :organisation order by created_at desc, id")
                .param("organisation", organisation.value())
                .query(AssessmentRows::read)
                .list();
    }

    /// A page, newest first: those after `after`.
    List<Assessment> of(OrganisationId organisation, Optional<AssessmentId> after, int limit) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                where organisation = :organisation and (:after::uuid is null or (created_at, id) < (
                                    select last.created_at, last.id from assessment.assessment last
                                    where last.id = :after::uuid and last.organisation = :organisation))
                                order by created_at desc, id desc limit :limit
                                """)
                .param("organisation", organisation.value())
                .param("after", after.map(AssessmentId::value).orElse(null))
                .param("limit", limit)
                .query(AssessmentRows::read)
                .list();
    }

    /// Newest first.
    List<Assessment> in(Stage stage) {
        return jdbc.sql(COLUMNS + "where stage = :stage order by created_at desc, id")
                .param("stage", stage.code())
                .query(AssessmentRows::read)
                .list();
    }

    void move(AssessmentId id, Stage to) {
        jdbc.sql(
                        "update assessment.assessment set stage = :stage, version = version + 1 where id = :id")
                .param("stage", to.code())
                .param("id", id.value())
                .update();
    }

    /// @return the new version
    int bump(AssessmentId id) {
        return jdbc.sql(
                        "update assessment.assessment set version = version + 1 where id = :id returning version")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    private static Assessment read(ResultSet row, int index) throws SQLException {
        Instant createdAt = Sql.instant(row, "created_at");
        return new Assessment(
                new AssessmentId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                row.getString("scheme"),
                row.getString("edition"),
                row.getString("level"),
                Stage.of(row.getString("stage")),
                createdAt,
                Optional.ofNullable(row.getObject("renews", UUID.class)).map(AssessmentId::new),
                row.getInt("version"));
    }
}
