package org.hoshimori.platform.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.database.Sql;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.scheme.Succession;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Workings-out of effects and their parts, in the database: what is done survives a restart, and
/// several instances share what is left.
@Component
class EffectRuns {

    /// Assessments in a part: a fraction of a second of work is lost by a crash, and megabytes are
    /// read.
    static final int PART = 1000;

    /// Finished runs of the same question that are kept: an operator may compare with those before.
    static final int KEPT = 3;

    /// No id is as high: four of its bits are a version.
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final JdbcClient jdbc;
    private final Clock clock;

    EffectRuns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// A part that is locked until the transaction ends.
    ///
    /// @param next the first that no longer belongs to it; null when all the rest does
    record Part(
            UUID run,
            int number,
            String beforeRule,
            String afterRule,
            UUID first,
            @Nullable UUID next) {}

    /// Asks for it, unless the same is being worked out already.
    @Transactional
    void ask(Actor actor, Succession succession) {
        UUID id = UUID.randomUUID();
        int added =
                jdbc.sql(
                                """
                                insert into assessment.effect_run (id, before_rule, after_rule, total, asked_at, asked_by)
                                select :id, :before, :after, count(*), :at, :by
                                from assessment.assessment where scheme = :scheme and edition = :edition
                                on conflict do nothing
                                """)
                        .param("id", id)
                        .param("before", succession.before().rule())
                        .param("after", succession.after().rule())
                        .param("at", Sql.at(clock.instant()))
                        .param("by", actor.id().value())
                        .param("scheme", succession.before().scheme())
                        .param("edition", succession.before().id())
                        .update();
        if (added > 0) {
            jdbc.sql(
                            """
                            insert into assessment.effect_part (run, number, first, next, assessments)
                            select :run, n / :part, id, lead(id) over (order by n), least(:part, total - n)
                            from (select id, row_number() over (order by id) - 1 as n, count(*) over () as total
                                  from assessment.assessment where scheme = :scheme and edition = :edition) s
                            where n % :part = 0
                            """)
                    .param("run", id)
                    .param("part", PART)
                    .param("scheme", succession.before().scheme())
                    .param("edition", succession.before().id())
                    .update();
        }
    }

    /// The next part that nobody works at, locked.
    Optional<Part> next() {
        return jdbc.sql(
                        """
                        select p.run, p.number, r.before_rule, r.after_rule, p.first, p.next
                        from assessment.effect_part p join assessment.effect_run r on r.id = p.run
                        where r.ended_at is null and p.done_at is null
                        order by r.asked_at, p.number limit 1 for update of p skip locked
                        """)
                .query((row, _) ->
                        new Part(
                                row.getObject("run", UUID.class),
                                row.getInt("number"),
                                row.getString("before_rule"),
                                row.getString("after_rule"),
                                row.getObject("first", UUID.class),
                                row.getObject("next", UUID.class)))
                .optional();
    }

    /// The assessments of a part, each with all its answers in one text ([Stored]). Nearly all are
    /// met and say nothing more: of these only the criterion is put in.
    ///
    /// Both keys are read in their order, once from end to end. The planner, which cannot know how
    /// many answers lie between two ids, now and then would rather look each assessment up, or sort
    /// the whole table: four times the work.
    List<Stored> read(Part part, Succession succession) {
        jdbc.sql(
                        """
                        select set_config('enable_bitmapscan', 'off', true), set_config('enable_nestloop', 'off', true),
                            set_config('enable_hashjoin', 'off', true), set_config('max_parallel_workers_per_gather', '0', true),
                            set_config('enable_sort', 'off', true), set_config('enable_hashagg', 'off', true)
                        """)
                .query()
                .singleRow();
        return jdbc.sql(
                        """
                        select s.id, s.organisation, s.level, s.stage, coalesce(a.said, '') as said
                        from assessment.assessment s left join (
                            select assessment, string_agg(
                                case when value = 'met' and word is null and reason = '' then criterion
                                else criterion || chr(31) || value || chr(31) || coalesce(word, '') || chr(31)
                                    || case when reason = '' then '' else '.' end end, chr(30)) as said
                            from assessment.answer
                            where assessment >= :first and assessment < :next and value is not null
                            group by assessment) a on a.assessment = s.id
                        where s.scheme = :scheme and s.edition = :edition and s.id >= :first and s.id < :next
                        """)
                .param("scheme", succession.before().scheme())
                .param("edition", succession.before().id())
                .param("first", part.first)
                // Not "or there is no next": a plan made once for all parts would then read on from
                // each part to the end of the table.
                .param("next", part.next == null ? AFTER_ALL : part.next)
                .query(EffectRuns::stored)
                .list();
    }

    private static Stored stored(ResultSet row, int index) throws SQLException {
        return new Stored(
                new AssessmentId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                row.getString("level"),
                Stage.of(row.getString("stage")),
                row.getString("said"));
    }

    void done(Part part) {
        jdbc.sql(
                        "update assessment.effect_part set done_at = :at where run = :run and number = :number")
                .param("at", Sql.at(clock.instant()))
                .param("run", part.run)
                .param("number", part.number)
                .update();
    }

    /// Ends a run whose editions are no longer those it was asked for.
    void outdated(UUID run) {
        jdbc.sql(
                        "update assessment.effect_run set ended_at = :at, ended = 'outdated' where id = :run and ended_at is null")
                .param("at", Sql.at(clock.instant()))
                .param("run", run)
                .update();
    }

    /// Ends every run that has no part left, and forgets what came long before it.
    @Transactional
    void end() {
        int ended =
                jdbc.sql(
                                """
                                update assessment.effect_run r set ended_at = :at, ended = 'done'
                                where ended_at is null
                                    and not exists (select from assessment.effect_part where run = r.id and done_at is null)
                                """)
                        .param("at", Sql.at(clock.instant()))
                        .update();
        if (ended > 0) {
            jdbc.sql(
                            """
                            with old as (
                                select id from (
                                    select id, row_number() over (partition by before_rule, after_rule order by asked_at desc) as place
                                    from assessment.effect_run where ended_at is not null) s
                                where place > :kept),
                            named as (delete from assessment.effect_named where run in (select id from old)),
                            counts as (delete from assessment.effect_count where run in (select id from old)),
                            parts as (delete from assessment.effect_part where run in (select id from old))
                            delete from assessment.effect_run where id in (select id from old)
                            """)
                    .param("kept", KEPT)
                    .update();
        }
    }

    /// The run that goes on.
    Optional<EffectRun> going(Succession succession) {
        return run(succession, "r.ended_at is null");
    }

    /// The last that came to its end.
    Optional<EffectRun> last(Succession succession) {
        return run(succession, "r.ended = 'done'");
    }

    private Optional<EffectRun> run(Succession succession, String which) {
        return jdbc.sql(
                        """
                        select r.id, r.total, r.asked_at, r.ended_at,
                            (select coalesce(sum(assessments), 0) from assessment.effect_part where run = r.id and done_at is not null) as judged
                        from assessment.effect_run r
                        where r.before_rule = :before and r.after_rule = :after and\s\
                        """
                                + which
                                + " order by r.asked_at desc limit 1")
                .param("before", succession.before().rule())
                .param("after", succession.after().rule())
                .query((row, _) ->
                        new EffectRun(
                                row.getObject("id", UUID.class),
                                row.getInt("total"),
                                row.getInt("judged"),
                                Sql.instant(row, "asked_at"),
                                Optional.ofNullable(Sql.instantOrNull(row, "ended_at"))))
                .optional();
    }
}
