package org.hoshimori.platform.assessment;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.hoshimori.platform.organisation.Organisation;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.organisation.Organisations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What was found of the effects of another edition: numbers by stage, and the few that are named.
@Component
class EditionEffects {

    /// Names told at most.
    static final int NAMED = 100;

    private final JdbcClient jdbc;
    private final Organisations organisations;

    EditionEffects(JdbcClient jdbc, Organisations organisations) {
        this.jdbc = jdbc;
        this.organisations = organisations;
    }

    private record Hit(
            OrganisationId company,
            String level,
            Effect.Outcome outcome,
            int toAffirm,
            int missing) {}

    void count(EffectRuns.Part part, Map<Stage, Map<Effect.Outcome, Integer>> counts) {
        counts.forEach((stage, by) ->
                by.forEach((outcome, number) ->
                        jdbc.sql(
                                        """
                                        insert into assessment.effect_count (run, part, stage, outcome, number)
                                        values (:run, :part, :stage, :outcome, :number)
                                        """)
                                .param("run", part.run())
                                .param("part", part.number())
                                .param("stage", stage.code())
                                .param("outcome", outcome.name())
                                .param("number", number)
                                .update()));
    }

    void name(EffectRuns.Part part, Stored assessment, Effect effect) {
        jdbc.sql(
                        """
                        insert into assessment.effect_named (run, part, assessment, organisation, level, outcome, to_affirm, missing)
                        values (:run, :part, :assessment, :organisation, :level, :outcome, :toAffirm, :missing)
                        """)
                .param("run", part.run())
                .param("part", part.number())
                .param("assessment", assessment.id().value())
                .param("organisation", assessment.company().value())
                .param("level", assessment.level())
                .param("outcome", effect.outcome().name())
                .param("toAffirm", effect.toAffirm().size())
                .param("missing", effect.affirmed().missing().size())
                .update();
    }

    EffectReport of(EffectRun run) {
        var counts = new TreeMap<Stage, Map<Effect.Outcome, Integer>>();
        jdbc.sql(
                        """
                        select stage, outcome, sum(number) as number from assessment.effect_count
                        where run = :run group by stage, outcome
                        """)
                .param("run", run.id())
                .query(row -> {
                    counts.computeIfAbsent(
                                    Stage.of(row.getString("stage")),
                                    _ -> new EnumMap<>(Effect.Outcome.class))
                            .put(
                                    Effect.Outcome.valueOf(row.getString("outcome")),
                                    row.getInt("number"));
                });
        List<Hit> hits =
                jdbc.sql(
                                """
                                select organisation, level, outcome, to_affirm, missing from assessment.effect_named
                                where run = :run order by part, assessment limit :most
                                """)
                        .param("run", run.id())
                        .param("most", NAMED)
                        .query((row, _) ->
                                new Hit(
                                        new OrganisationId(
                                                row.getObject("organisation", UUID.class)),
                                        row.getString("level"),
                                        Effect.Outcome.valueOf(row.getString("outcome")),
                                        row.getInt("to_affirm"),
                                        row.getInt("missing")))
                        .list();
        Map<OrganisationId, Organisation> companies =
                organisations.all(hits.stream().map(Hit::company).toList());
        return new EffectReport(
                counts,
                hits.stream()
                        .map(hit ->
                                new EffectReport.Line(
                                        Objects.requireNonNull(companies.get(hit.company)),
                                        hit.level,
                                        hit.outcome,
                                        hit.toAffirm,
                                        hit.missing))
                        .toList());
    }
}
