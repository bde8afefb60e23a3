package org.hoshimori.platform.assessment;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows that say when a repeated duty was done.
@Component
class DutyRows {

    private final JdbcClient jdbc;

    DutyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One statement for any number of assessments; newest first.
    List<DutyDone> of(Collection<AssessmentId> assessments) {
        return jdbc.sql(
                        """
                        select assessment, criterion, day, note, name from assessment.duty_done
                        where assessment = any(:assessments::uuid[]) order by day desc, criterion
                        """)
                .param(
                        "assessments",
                        assessments.stream().map(AssessmentId::value).toArray(UUID[]::new))
                .query((row, index) ->
                        new DutyDone(
                                new AssessmentId(row.getObject("assessment", UUID.class)),
                                row.getString("criterion"),
                                row.getObject("day", LocalDate.class),
                                row.getString("note"),
                                row.getString("name")))
                .list();
    }

    void add(DutyDone done, Actor by, Instant at) {
        jdbc.sql(
                        """
                        insert into assessment.duty_done (assessment, criterion, day, note, at, by, name)
                        values (:assessment, :criterion, :day, :note, :at, :by, :name)
                        on conflict (assessment, criterion, day) do update set
                            note = excluded.note, at = excluded.at, by = excluded.by, name = excluded.name
                        """)
                .param("assessment", done.assessment().value())
                .param("criterion", done.criterion())
                .param("day", Date.valueOf(done.day()))
                .param("note", done.note())
                .param("at", Sql.at(at))
                .param("by", by.id().value())
                .param("name", by.name())
                .update();
    }
}
