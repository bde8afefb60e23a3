package org.hoshimori.platform.assurance;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hoshimori.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of the expert's marks.
@Component
class MarkStore {

    private final JdbcClient jdbc;

    MarkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(UUID engagement, Mark mark) {
        jdbc.sql(
                        """
                        insert into assurance.mark (engagement, criterion, answer, mark, comment, at)
                        values (:engagement, :criterion, :answer, :mark, :comment, :at)
                        on conflict (engagement, criterion) do update set answer = excluded.answer,
                            mark = excluded.mark, comment = excluded.comment, at = excluded.at
                        """)
                .param("engagement", engagement)
                .param("criterion", mark.criterion())
                .param("answer", mark.answer())
                .param("mark", mark.kind().code())
                .param("comment", mark.comment())
                .param("at", Sql.at(mark.at()))
                .update();
    }

    void erase(UUID engagement, String criterion) {
        jdbc.sql(
                        "delete from assurance.mark where engagement = :engagement and criterion = :criterion")
                .param("engagement", engagement)
                .param("criterion", criterion)
                .update();
    }

    List<Mark> of(UUID engagement) {
        return jdbc.sql("select * from assurance.mark where engagement = :engagement")
                .param("engagement", engagement)
                .query((row, index) ->
                        new Mark(
                                row.getString("criterion"),
                                row.getString("answer"),
                                Mark.Kind.valueOf(row.getString("mark").toUpperCase(Locale.ROOT)),
                                row.getString("comment"),
                                Sql.instant(row, "at")))
                .list();
    }
}
