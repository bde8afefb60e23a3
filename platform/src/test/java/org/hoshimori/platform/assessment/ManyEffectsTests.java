package org.hoshimori.platform.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.hoshimori.platform.PlatformTests;
import org.hoshimori.platform.account.Account;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.scheme.Crossings;
import org.hoshimori.platform.scheme.Editions;
import org.hoshimori.platform.scheme.Succession;
import org.hoshimori.rules.Choice;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The effect on many assessments is what it is on each, however the work is shared.
class ManyEffectsTests extends PlatformTests {

    @Autowired Accounts accounts;
    @Autowired Editions editions;
    @Autowired Crossings crossings;
    @Autowired EffectRuns runs;
    @Autowired EffectWork work;
    @Autowired EditionEffects effects;

    @Test
    void manyAreJudgedAsEachAlone() {
        for (Succession succession : successions()) {
            for (Level level : succession.before().levels()) {
                if (succession.after().level(level.id()).isEmpty()) {
                    continue;
                }
                List<Stored> all = stored(succession.before(), level.id(), 60);
                assertThat(new ManyEffects(succession, level.id()).of(all))
                        .as(succession.before() + " → " + succession.after() + " " + level.id())
                        .isEqualTo(
                                all.stream()
                                        .map(each ->
                                                Effect.of(succession, level.id(), each.answers())
                                                        .outcome())
                                        .toList());
            }
        }
    }

    @Test
    void thePartsOfTwoInstancesAddUpAndNothingIsDoneTwice() throws InterruptedException {
        String email = "many" + System.nanoTime() + "@people.example";
        signedIn(email);
        Account account = accounts.findByEmail(email).orElseThrow();
        var actor = new Actor(account.id(), account.name(), account.email(), true);
        Edition before = editions.get("scs", "2024-concept");
        Succession succession =
                Succession.of(before, editions.get("scs", "2026-03-27"), crossings.all());
        int many = 2 * EffectRuns.PART + 17;
        insert(many, account.id().value());

        runs.ask(actor, succession);
        runs.ask(actor, succession);
        assertThat(
                        jdbc.sql(
                                        "select count(*) from assessment.effect_run where ended_at is null")
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
        // One part, and then a restart: what is done stays done.
        assertThat(work.part()).isTrue();
        var other = new Thread(work::round);
        other.start();
        work.round();
        other.join();
        work.round();

        EffectRun last = runs.last(succession).orElseThrow();
        assertThat(runs.going(succession)).isEmpty();
        assertThat(last.judged()).isEqualTo(last.total()).isEqualTo(many);
        EffectReport report = effects.of(last);
        int told = 0;
        for (Effect.Outcome outcome : Effect.Outcome.values()) {
            told += report.total(outcome);
        }
        assertThat(told).isEqualTo(many);
        assertThat(report.total(Effect.Outcome.NOT_MET_BEFORE)).isBetween(1, many - 1);
    }

    @Test
    void whatWasSaidIsReadHoweverItWasSaid() {
        UUID by = UUID.randomUUID();
        insert(1, by);
        UUID id =
                jdbc.sql("select id from assessment.assessment where english = 'many'")
                        .query(UUID.class)
                        .single();
        Edition before = editions.get("scs", "2024-concept");
        List<String> criteria = before.criteriaOf("3").stream().map(Criterion::id).toList();
        String[][] said = {
            {"met", null, ""}, {"met", "effective", ""}, {"met", null, "理由"},
            {"not-met", null, ""}, {null, null, ""}, {"not-applicable", null, "使わない"}
        };
        for (int i = 0; i < said.length; i++) {
            jdbc.sql(
                            """
                            insert into assessment.answer (assessment, criterion, value, word, reason, note, version, seen, at, by, name)
                            values (:id, :criterion, :value, :word, :reason, '', 1, 1, now(), :by, 'many')
                            """)
                    .param("id", id)
                    .param("criterion", criteria.get(i))
                    .param("value", said[i][0])
                    .param("word", said[i][1])
                    .param("reason", said[i][2])
                    .param("by", by)
                    .update();
        }
        Succession succession =
                Succession.of(before, editions.get("scs", "2026-03-27"), crossings.all());
        var part = new EffectRuns.Part(UUID.randomUUID(), 0, "", "", id, null);

        List<Stored> read =
                runs.read(part, succession).stream()
                        .filter(each -> each.id().value().equals(id))
                        .toList();

        assertThat(read).hasSize(1);
        Map<String, Answer> answers = read.getFirst().answers();
        assertThat(answers).hasSize(5).doesNotContainKey(criteria.get(4));
        assertThat(said(answers, criteria.get(0))).isEqualTo("met met -");
        assertThat(said(answers, criteria.get(1))).isEqualTo("met effective -");
        assertThat(said(answers, criteria.get(2))).isEqualTo("met met reason");
        assertThat(said(answers, criteria.get(3))).isEqualTo("not-met not-met -");
        assertThat(said(answers, criteria.get(5)))
                .isEqualTo("not-applicable not-applicable reason");
    }

    private static String said(Map<String, Answer> answers, String criterion) {
        Answer answer = answers.get(criterion);
        return answer.value().orElseThrow().code()
                + " "
                + answer.said().word()
                + (answer.reason().isEmpty() ? " -" : " reason");
    }

    @Test
    void onlyTheLastFewRunsOfOneQuestionAreKept() {
        String email = "kept" + System.nanoTime() + "@people.example";
        signedIn(email);
        Account account = accounts.findByEmail(email).orElseThrow();
        var actor = new Actor(account.id(), account.name(), account.email(), true);
        Succession succession =
                Succession.of(
                        editions.get("scs", "2024-concept"),
                        editions.get("scs", "2026-03-27"),
                        crossings.all());
        insert(3, account.id().value());
        for (int i = 0; i < EffectRuns.KEPT + 2; i++) {
            runs.ask(actor, succession);
            while (runs.going(succession).isPresent()) {
                work.round();
            }
        }
        assertThat(runs.last(succession)).isPresent();
        // Other tests have asked other questions of the same database.
        for (String rows :
                List.of(
                        "effect_run r",
                        "effect_part p join assessment.effect_run r on r.id = p.run")) {
            assertThat(
                            jdbc.sql(
                                            "select count(*) from assessment."
                                                    + rows
                                                    + " where r.before_rule = :before and r.after_rule = :after and r.ended_at is not null")
                                    .param("before", succession.before().rule())
                                    .param("after", succession.after().rule())
                                    .query(Integer.class)
                                    .single())
                    .as(rows)
                    .isEqualTo(EffectRuns.KEPT);
        }
    }

    @AfterEach
    void forget() {
        jdbc.sql("delete from assessment.answer where name = 'many'").update();
        jdbc.sql("delete from assessment.assessment where english = 'many'").update();
    }

    private void insert(int many, UUID by) {
        jdbc.sql(
                        """
                        insert into assessment.assessment (id, organisation, scheme, edition, level, stage, english, created_at, created_by)
                        select gen_random_uuid(), gen_random_uuid(), 'scs', '2024-concept', '3', 'draft', 'many', now(), :by
                        from generate_series(1, :many)
                        """)
                .param("by", by)
                .param("many", many)
                .update();
        String[] criteria =
                editions.get("scs", "2024-concept").criteriaOf("3").stream()
                        .map(Criterion::id)
                        .toArray(String[]::new);
        // Every other assessment answers everything.
        jdbc.sql(
                        """
                        insert into assessment.answer (assessment, criterion, value, reason, note, version, seen, at, by, name)
                        select id, criterion, 'met', '', '', 1, 1, now(), :by, 'many'
                        from (select id, row_number() over (order by id) as n from assessment.assessment where english = 'many') s,
                            unnest(:criteria) as criterion
                        where n % 2 = 0
                        """)
                .param("by", by)
                .param("criteria", criteria)
                .update();
    }

    private List<Succession> successions() {
        List<Succession> all = new ArrayList<>();
        for (Edition before : editions.all()) {
            for (Edition after : editions.of(before.scheme())) {
                if (!before.equals(after)) {
                    all.add(Succession.of(before, after, crossings.all()));
                }
            }
        }
        return all;
    }

    private static List<Stored> stored(Edition edition, String level, int many) {
        var random = new Random(11);
        List<Stored> all = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            int good = List.of(100, 100, 99, 60).get(random.nextInt(4));
            List<String> said = new ArrayList<>();
            for (Criterion criterion : edition.criteria()) {
                List<Choice> choices = edition.choices(criterion);
                Choice choice =
                        random.nextInt(100) < good
                                ? choices.getFirst()
                                : choices.get(random.nextInt(choices.size()));
                if (choice.word().equals("met") && random.nextBoolean()) {
                    said.add(criterion.id());
                } else if (random.nextInt(500) > 0) {
                    said.add(
                            String.join(
                                    String.valueOf(Stored.FIELD),
                                    criterion.id(),
                                    choice.means().code(),
                                    choice.word().equals(choice.means().code())
                                            ? ""
                                            : choice.word(),
                                    random.nextBoolean() ? "." : ""));
                }
            }
            all.add(
                    new Stored(
                            new AssessmentId(new UUID(0, i)),
                            new OrganisationId(new UUID(0, i)),
                            level,
                            Stage.DRAFT,
                            String.join(String.valueOf(Stored.NEXT), said)));
        }
        return all;
    }
}
