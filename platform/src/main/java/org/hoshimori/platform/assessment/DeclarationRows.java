package org.hoshimori.platform.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of declarations, and of what was returned after them. Both are added, never changed.
@Component
class DeclarationRows {

    private final JdbcClient jdbc;

    DeclarationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Frozen frozen) {
        jdbc.sql(
                        """
                        insert into assessment.frozen (assessment, number, json, sha256, at, by)
                        values (:assessment, :number, :json, :sha256, :at, :by)
                        """)
                .param("assessment", frozen.assessment().value())
                .param("number", frozen.number())
                .param("json", frozen.json())
                .param("sha256", frozen.sha256())
                .param("at", Sql.at(frozen.at()))
                .param("by", frozen.by().value())
                .update();
    }

    /// Oldest first.
    List<Frozen> of(AssessmentId assessment) {
        return jdbc.sql(
                        "select * from assessment.frozen where assessment = :assessment order by number")
                .param("assessment", assessment.value())
                .query((row, index) ->
                        new Frozen(
                                assessment,
                                row.getInt("number"),
                                row.getBytes("json"),
                                row.getString("sha256"),
                                Sql.instant(row, "at"),
                                new AccountId(row.getObject("by", UUID.class))))
                .list();
    }

    /// As one more round.
    void returned(AssessmentId assessment, Map<String, String> comments, Actor by, Instant at) {
        jdbc.sql(
                        """
                        insert into assessment.returned_item (assessment, round, criterion, comment, at, by, name)
                        select :assessment, 1 + coalesce((select max(round) from assessment.returned_item where assessment = :assessment), 0),
                            criterion, comment, :at, :by, :name
                        from unnest(:criteria::text[], :comments::text[]) as item (criterion, comment)
                        """)
                .param("assessment", assessment.value())
                .param("criteria", comments.keySet().toArray(String[]::new))
                .param("comments", comments.values().toArray(String[]::new))
                .param("at", Sql.at(at))
                .param("by", by.id().value())
                .param("name", by.name())
                .update();
    }

    /// Of all rounds, oldest first.
    List<ReturnedItem> returnedItems(AssessmentId assessment) {
        return jdbc.sql(
                        "select * from assessment.returned_item where assessment = :assessment order by round, criterion")
                .param("assessment", assessment.value())
                .query((row, index) ->
                        new ReturnedItem(
                                row.getString("criterion"),
                                row.getString("comment"),
                                row.getInt("round"),
                                Sql.instant(row, "at"),
                                new AccountId(row.getObject("by", UUID.class)),
                                row.getString("name")))
                .list();
    }
}
