package org.hoshimori.platform.assessment;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of a scope.
@Component
class ScopeRows {

    private final JdbcClient jdbc;

    ScopeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One statement: the English text stands in the assessment's own row.
    Scope of(AssessmentId assessment) {
        record Row(String english, List<Scope.Item> item) {}
        List<Row> rows =
                jdbc.sql(
                                """
                                select a.english, i.id, i.kind, i.name, i.detail
                                from assessment.assessment a
                                left join assessment.scope_item i on i.assessment = a.id
                                where a.id = :assessment order by i.position
                                """)
                        .param("assessment", assessment.value())
                        .query((row, index) ->
                                new Row(
                                        row.getString("english"),
                                        row.getString("kind") == null
                                                ? List.of()
                                                : List.of(
                                                        new Scope.Item(
                                                                row.getObject("id", UUID.class),
                                                                kind(row.getString("kind")),
                                                                row.getString("name"),
                                                                row.getString("detail")))))
                        .list();
        return new Scope(
                rows.stream().flatMap(row -> row.item().stream()).toList(),
                rows.isEmpty() ? "" : rows.getFirst().english());
    }

    void add(AssessmentId assessment, Scope.Item item) {
        jdbc.sql(
                        """
                        insert into assessment.scope_item (id, assessment, kind, name, detail)
                        values (:id, :assessment, :kind, :name, :detail)
                        """)
                .param("id", item.id())
                .param("assessment", assessment.value())
                .param("kind", item.kind().code())
                .param("name", item.name())
                .param("detail", item.detail())
                .update();
    }

    /// Puts these in the place of all that is there, in this order.
    void replace(AssessmentId assessment, List<Scope.Item> items) {
        jdbc.sql("delete from assessment.scope_item where assessment = :assessment")
                .param("assessment", assessment.value())
                .update();
        jdbc.sql(
                        """
                        insert into assessment.scope_item (id, assessment, kind, name, detail)
                        select id, :assessment, kind, name, detail
                        from unnest(:ids::uuid[], :kinds::text[], :names::text[], :details::text[])
                            with ordinality as line (id, kind, name, detail, place)
                        order by place
                        """)
                .param("assessment", assessment.value())
                .param("ids", texts(items, item -> item.id().toString()))
                .param("kinds", texts(items, item -> item.kind().code()))
                .param("names", texts(items, Scope.Item::name))
                .param("details", texts(items, Scope.Item::detail))
                .update();
    }

    private static String[] texts(List<Scope.Item> items, Function<Scope.Item, String> field) {
        return items.stream().map(field).toArray(String[]::new);
    }

    boolean change(AssessmentId assessment, Scope.Item item) {
        return jdbc.sql(
                                """
                                update assessment.scope_item set name = :name, detail = :detail
                                where id = :id and assessment = :assessment
                                """)
                        .param("id", item.id())
                        .param("assessment", assessment.value())
                        .param("name", item.name())
                        .param("detail", item.detail())
                        .update()
                == 1;
    }

    boolean remove(AssessmentId assessment, UUID item) {
        return jdbc.sql(
                                "delete from assessment.scope_item where id = :id and assessment = :assessment")
                        .param("id", item)
                        .param("assessment", assessment.value())
                        .update()
                == 1;
    }

    void english(AssessmentId assessment, String english) {
        jdbc.sql("update assessment.assessment set english = :english where id = :id")
                .param("english", english)
                .param("id", assessment.value())
                .update();
    }

    void copy(AssessmentId from, AssessmentId to) {
        jdbc.sql(
                        """
                        insert into assessment.scope_item (id, assessment, kind, name, detail)
                        select gen_random_uuid(), :to, kind, name, detail from assessment.scope_item
                        where assessment = :from order by position
                        """)
                .param("from", from.value())
                .param("to", to.value())
                .update();
        jdbc.sql(
                        """
                        update assessment.assessment a set english = b.english
                        from assessment.assessment b where a.id = :to and b.id = :from
                        """)
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }

    private static Scope.Kind kind(String code) {
        return Scope.Kind.valueOf(code.toUpperCase(Locale.ROOT));
    }
}
