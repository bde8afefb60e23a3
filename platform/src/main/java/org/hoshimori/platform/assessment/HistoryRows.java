package org.hoshimori.platform.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The history of answers: lines are added, never changed.
@Component
class HistoryRows {

    /// A line to be added.
    record Line(String criterion, int version, Cause cause, Said before, Said after) {}

    private static final String COLUMNS =
            """
            select number, criterion, version, cause, value, word, reason, note, old_value, old_word, old_reason, old_note,
                at, name
            from assessment.answer_history
            """;

    private final JdbcClient jdbc;

    HistoryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(AssessmentId assessment, Collection<Line> lines, Actor by, Instant at) {
        jdbc.sql(
                        """
                        insert into assessment.answer_history
                            (assessment, criterion, version, cause, value, word, reason, note,
                             old_value, old_word, old_reason, old_note, at, by, name)
                        select :assessment, criterion, version, cause, nullif(value, ''), nullif(word, ''), reason, note,
                            nullif(old_value, ''), nullif(old_word, ''), old_reason, old_note, :at, :by, :name
                        from unnest(:criteria::text[], :versions::int[], :causes::text[],
                                :values::text[], :words::text[], :reasons::text[], :notes::text[],
                                :oldValues::text[], :oldWords::text[], :oldReasons::text[], :oldNotes::text[])
                            as line (criterion, version, cause, value, word, reason, note, old_value, old_word, old_reason, old_note)
                        """)
                .param("assessment", assessment.value())
                .param("at", Sql.at(at))
                .param("by", by.id().value())
                .param("name", by.name())
                .param("criteria", texts(lines, Line::criterion))
                .param("versions", lines.stream().map(Line::version).toArray(Integer[]::new))
                .param("causes", texts(lines, line -> line.cause().code()))
                .param("values", texts(lines, line -> AnswerRows.code(line.after())))
                .param("words", texts(lines, line -> AnswerRows.word(line.after())))
                .param("reasons", texts(lines, line -> line.after().reason()))
                .param("notes", texts(lines, line -> line.after().note()))
                .param("oldValues", texts(lines, line -> AnswerRows.code(line.before())))
                .param("oldWords", texts(lines, line -> AnswerRows.word(line.before())))
                .param("oldReasons", texts(lines, line -> line.before().reason()))
                .param("oldNotes", texts(lines, line -> line.before().note()))
                .update();
    }

    /// Newest first.
    List<HistoryLine> of(AssessmentId assessment, String criterion) {
        return jdbc.sql(
                        COLUMNS
                                + "where assessment = :assessment and criterion = :criterion order by number desc limit 50")
                .param("assessment", assessment.value())
                .param("criterion", criterion)
                .query(HistoryRows::read)
                .list();
    }

    /// Newest first, those before line `before`.
    List<HistoryLine> of(AssessmentId assessment, long before, int limit) {
        return jdbc.sql(
                        COLUMNS
                                + "where assessment = :assessment and number < :before order by number desc limit :limit")
                .param("assessment", assessment.value())
                .param("before", before)
                .param("limit", limit)
                .query(HistoryRows::read)
                .list();
    }

    private static String[] texts(Collection<Line> lines, Function<Line, String> field) {
        return lines.stream().map(field).toArray(String[]::new);
    }

    private static HistoryLine read(ResultSet row, int index) throws SQLException {
        return new HistoryLine(
                row.getLong("number"),
                row.getString("criterion"),
                row.getInt("version"),
                Cause.of(row.getString("cause")),
                AnswerRows.said(row, "old_"),
                AnswerRows.said(row, ""),
                Sql.instant(row, "at"),
                row.getString("name"));
    }
}
