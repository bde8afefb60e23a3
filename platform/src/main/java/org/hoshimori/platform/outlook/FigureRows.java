package org.hoshimori.platform.outlook;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.database.Sql;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.rules.CompanySize;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of what companies say instead of our estimates.
@Component
class FigureRows {

    private final JdbcClient jdbc;

    FigureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Terms> terms(OrganisationId organisation) {
        return jdbc.sql(
                        "select size, day_rate, people, years from outlook.terms where organisation = :organisation")
                .param("organisation", organisation.value())
                .query((row, index) ->
                        new Terms(
                                CompanySize.valueOf(row.getString("size").toUpperCase(Locale.ROOT)),
                                row.getLong("day_rate"),
                                row.getBigDecimal("people"),
                                row.getInt("years")))
                .optional();
    }

    void save(OrganisationId organisation, Terms terms, Actor by, Instant at) {
        jdbc.sql(
                        """
                        insert into outlook.terms (organisation, size, day_rate, people, years, at, by)
                        values (:organisation, :size, :dayRate, :people, :years, :at, :by)
                        on conflict (organisation) do update set size = excluded.size, day_rate = excluded.day_rate,
                            people = excluded.people, years = excluded.years, at = excluded.at, by = excluded.by
                        """)
                .param("organisation", organisation.value())
                .param("size", terms.size().code())
                .param("dayRate", terms.dayRate())
                .param("people", terms.people())
                .param("years", terms.years())
                .param("at", Sql.at(at))
                .param("by", by.id().value())
                .update();
    }

    /// By measure.
    Map<String, Figure> figures(OrganisationId organisation) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select measure, effort_days, once, yearly, lead_days from outlook.figure
                        where organisation = :organisation order by measure
                        """)
                .param("organisation", organisation.value())
                .query((row, index) ->
                        new Figure(
                                row.getString("measure"),
                                row.getInt("effort_days"),
                                row.getLong("once"),
                                row.getLong("yearly"),
                                row.getInt("lead_days")))
                .list()
                .forEach(figure -> figures.put(figure.measure(), figure));
        return figures;
    }

    /// @param gone measures for which our estimates hold again
    void save(
            OrganisationId organisation,
            Collection<Figure> figures,
            Collection<String> gone,
            Actor by,
            Instant at) {
        jdbc.sql(
                        "delete from outlook.figure where organisation = :organisation and measure = any(:gone::text[])")
                .param("organisation", organisation.value())
                .param("gone", Sql.array(gone))
                .update();
        jdbc.sql(
                        """
                        insert into outlook.figure (organisation, measure, effort_days, once, yearly, lead_days, at, by)
                        select :organisation, measure, effort, once, yearly, lead, :at, :by
                        from unnest(:measures::text[], :efforts::int[], :onces::bigint[], :yearlies::bigint[], :leads::int[])
                            as said (measure, effort, once, yearly, lead)
                        on conflict (organisation, measure) do update set effort_days = excluded.effort_days,
                            once = excluded.once, yearly = excluded.yearly, lead_days = excluded.lead_days,
                            at = excluded.at, by = excluded.by
                        """)
                .param("organisation", organisation.value())
                .param("measures", figures.stream().map(Figure::measure).toArray(String[]::new))
                .param("efforts", numbers(figures, Figure::effortDays))
                .param("onces", numbers(figures, Figure::once))
                .param("yearlies", numbers(figures, Figure::yearly))
                .param("leads", numbers(figures, Figure::leadDays))
                .param("at", Sql.at(at))
                .param("by", by.id().value())
                .update();
    }

    private static Long[] numbers(Collection<Figure> figures, ToLongFunction<Figure> field) {
        Function<Figure, Long> boxed = field::applyAsLong;
        return figures.stream().map(boxed).toArray(Long[]::new);
    }
}
