package org.hoshimori.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// 32 CFR 170.14 to 170.24.
class CmmcTests {
    private static final Edition CMMC = Carried.edition("cmmc", "2024-12-16");
    private static final Answers ALL = Carried.all(CMMC, "2", AnswerValue.MET);

    @ParameterizedTest
    @CsvSource({"1, 15, 59", "2, 110, 320", "3, 24, 89"})
    void hasTheRulesRequirementsAndObjectives(String level, int requirements, int objectives) {
        assertThat(CMMC.requirementCount(level)).isEqualTo(requirements);
        assertThat(CMMC.criteriaOf(level)).hasSize(requirements);
        assertThat(CMMC.criterionCount(level)).isEqualTo(objectives);
    }

    @Test
    void weighsAsTheRuleDoes() {
        List<Integer> weights =
                CMMC.criteriaOf("2").stream().map(c -> c.weighing().weight()).toList();

        assertThat(weights.stream().filter(w -> w == 5)).hasSize(44);
        assertThat(weights.stream().filter(w -> w == 3)).hasSize(14);
        assertThat(weights.stream().filter(w -> w == 1)).hasSize(51);
        assertThat(weights.stream().mapToInt(w -> w).sum()).isEqualTo(313);
    }

    /// Family: requirements, most that can be lost, objectives (170.24, counted).
    @ParameterizedTest
    @CsvSource({
        "AC,22,54,70", "AT,3,11,9", "AU,9,19,29", "CM,9,33,44", "IA,11,27,25", "IR,3,11,14",
        "MA,6,18,10", "MP,9,23,15", "PS,2,8,4", "PE,6,14,16", "RA,3,9,9", "CA,4,13,14",
        "SC,16,42,41", "SI,7,31,20"
    })
    void familiesHaveTheRulesTotals(String family, int count, int lost, int objectives) {
        List<Criterion> all =
                IntStream.of(CMMC.asked("2").group(family))
                        .mapToObj(CMMC.index()::criterion)
                        .toList();

        assertThat(all).hasSize(count);
        assertThat(all.stream().mapToInt(c -> c.weighing().weight()).sum()).isEqualTo(lost);
        assertThat(all.stream().mapToInt(c -> c.parts().size()).sum()).isEqualTo(objectives);
    }

    @Test
    void fortySixRequirementsMayBeLeftOpenAndOneMoreWhenPartlyMet() {
        assertThat(
                        CMMC.evaluate("2", Answers.of(java.util.Map.of())).missing().stream()
                                .filter(m -> Boolean.TRUE.equals(m.deferrable())))
                .hasSize(46);
        Evaluation partly = CMMC.evaluate("2", ALL.with("SC.L2-3.13.11", partial()));
        assertThat(partly.status()).isEqualTo("conditional");
        assertThat(partly.score()).hasValue(new BigDecimal(107));
    }

    @Test
    void everythingMetIsFinalWith110AndHoldsLevelOneToo() {
        Evaluation evaluation = CMMC.evaluate("2", ALL);

        assertThat(evaluation.status()).isEqualTo("final");
        assertThat(evaluation.score()).hasValue(new BigDecimal(110));
        assertThat(evaluation.reached()).isEqualTo("2");
        assertThat(CMMC.evaluate("1", ALL).status()).isEqualTo("final");
    }

    @Test
    void nothingMetButThePlanScoresTheLeast() {
        Answers only = Carried.answers(CMMC, "CA.L2-3.12.4,met\n");
        Evaluation evaluation = CMMC.evaluate("2", only);

        assertThat(evaluation.score()).hasValue(new BigDecimal(-203));
        assertThat(evaluation.ruling().score().min()).isEqualTo(new BigDecimal(-203));
        assertThat(evaluation.ruling().score().max()).isEqualTo(new BigDecimal(110));
        assertThat(evaluation.status()).isEqualTo("none");
        assertThat(evaluation.reached()).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-met", "not-applicable", "unknown"})
    void withoutASecurityPlanNothingIsScored(String answer) {
        Evaluation evaluation =
                CMMC.evaluate(
                        "2",
                        Carried.both(ALL, Carried.answers(CMMC, "CA.L2-3.12.4," + answer + "\n")));

        assertThat(evaluation.status()).isEqualTo("no-score");
        assertThat(evaluation.score()).isEmpty();
        assertThat(evaluation.json(java.util.Locale.ENGLISH)).contains("\"score\":null");
    }

    @Test
    void eightyEightIsConditionalAndEightySevenIsNot() {
        assertThat(open(22).status()).isEqualTo("conditional");
        assertThat(open(22).score()).hasValue(new BigDecimal(88));
        assertThat(open(22).reached()).isEqualTo("1");
        assertThat(open(22).met()).isFalse();
        assertThat(open(23).status()).isEqualTo("none");
        assertThat(open(23).score()).hasValue(new BigDecimal(87));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AC.L2-3.1.20",
                "AC.L2-3.1.22",
                "PE.L2-3.10.3",
                "PE.L2-3.10.4",
                "PE.L2-3.10.5",
                "IA.L2-3.5.3",
                "SC.L2-3.13.11",
                "RA.L2-3.11.1",
                "AC.L2-3.1.1"
            })
    void theseMayNeverBeLeftOpenWhateverTheScore(String id) {
        Evaluation evaluation = CMMC.evaluate("2", ALL.with(id, new Answer(AnswerValue.NOT_MET)));

        assertThat(evaluation.status()).isEqualTo("none");
        assertThat(evaluation.missing().getFirst().deferrable()).isFalse();
    }

    @Test
    void partlyEmployedFactorsCostThreeAndCannotBeLeftOpen() {
        Evaluation evaluation = CMMC.evaluate("2", ALL.with("IA.L2-3.5.3", partial()));

        assertThat(evaluation.score()).hasValue(new BigDecimal(107));
        assertThat(evaluation.status()).isEqualTo("none");
        assertThat(evaluation.missing().getFirst().weight()).isEqualTo(3);
    }

    @Test
    void elsewhereAPartCountsAsNothing() {
        assertThat(CMMC.evaluate("2", ALL.with("AC.L2-3.1.1", partial())).score())
                .hasValue(new BigDecimal(105));
    }

    @Test
    void oneObjectiveNotMetMakesItsRequirementNotMet() {
        Answers answers = Carried.both(ALL, Carried.answers(CMMC, "AC.L2-3.1.1[c],not-met\n"));
        Evaluation evaluation = CMMC.evaluate("2", answers);

        assertThat(evaluation.score()).hasValue(new BigDecimal(105));
        assertThat(evaluation.counts().notMet()).isEqualTo(1);
        assertThat(evaluation.ignored()).isEmpty();
    }

    @Test
    void allObjectivesMetMakeTheRequirementMetAndNotApplicableOnesDoNotHinder() {
        StringBuilder lines = new StringBuilder();
        for (Criterion criterion : CMMC.criteriaOf("2")) {
            for (Criterion.Part part : criterion.parts()) {
                boolean first = criterion.id().equals("AC.L2-3.1.12") && part.id().equals("a");
                lines.append(criterion.part(part)).append(first ? ",not-applicable\n" : ",met\n");
            }
        }
        assertThat(CMMC.evaluate("2", Carried.answers(CMMC, lines.toString())).status())
                .isEqualTo("final");
    }

    @Test
    void anUnansweredObjectiveLeavesItsRequirementOpen() {
        Answers answers = Carried.answers(CMMC, "AC.L2-3.1.1[a],met\n");

        assertThat(CMMC.evaluate("2", answers).missing())
                .anySatisfy(m -> {
                    assertThat(m.criterion().id()).isEqualTo("AC.L2-3.1.1");
                    assertThat(m.outcome()).isEqualTo(Outcome.UNANSWERED);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"temporary-deficiency", "enduring-exception", "not-applicable"})
    void theseCountAsMet(String word) {
        Answers answers = Carried.both(ALL, Carried.answers(CMMC, "AC.L2-3.1.1," + word + "\n"));

        assertThat(CMMC.evaluate("2", answers).status()).isEqualTo("final");
    }

    @ParameterizedTest
    @CsvSource({
        "3.1.1, AC.L2-3.1.1", "ac.l2-3.1.1, AC.L2-3.1.1", "IA-L2-3.5.1, IA.L2-3.5.1",
        "AC.L1-3.1.1, AC.L1-b.1.i", "AC.L1-B.1.I, AC.L1-b.1.i", "3.1.1[a], AC.L2-3.1.1[a]"
    })
    void olderSpellingsAreUnderstood(String typed, String id) {
        assertThat(CMMC.meant(typed)).hasValue(id);
    }

    @Test
    void levelOneIsAllOrNothingAndHasNoScore() {
        Answers all = Carried.all(CMMC, "1", AnswerValue.MET);
        Evaluation evaluation = CMMC.evaluate("1", all);

        assertThat(evaluation.status()).isEqualTo("final");
        assertThat(evaluation.reached()).isEqualTo("1");
        assertThat(evaluation.score()).isEmpty();
        assertThat(
                        CMMC.evaluate("1", all.with("AC.L1-b.1.i", new Answer(AnswerValue.NOT_MET)))
                                .status())
                .isEqualTo("none");
    }

    @Test
    void levelThreeNeedsAFinalLevelTwo() {
        Answers three = Carried.both(ALL, Carried.all(CMMC, "3", AnswerValue.MET));

        assertThat(CMMC.evaluate("3", three).status()).isEqualTo("final");
        assertThat(CMMC.evaluate("3", three).reached()).isEqualTo("3");
        assertThat(CMMC.evaluate("3", three).score()).hasValue(new BigDecimal(24));
        Evaluation without =
                CMMC.evaluate("3", three.with("CM.L2-3.4.3", new Answer(AnswerValue.NOT_MET)));
        assertThat(without.status()).isEqualTo("none");
        assertThat(without.score()).hasValue(new BigDecimal(24));
        assertThat(without.missing())
                .extracting(m -> m.criterion().id())
                .containsExactly("CM.L2-3.4.3");
    }

    @Test
    void levelThreeIsConditionalFromTwentyPoints() {
        assertThat(openAtThree(4, c -> true).status()).isEqualTo("conditional");
        assertThat(openAtThree(4, c -> true).score()).hasValue(new BigDecimal(20));
        assertThat(openAtThree(4, c -> true).reached()).isEqualTo("2");
        assertThat(openAtThree(5, c -> true).status()).isEqualTo("none");
    }

    @Test
    void sevenOfLevelThreeMayNeverBeLeftOpen() {
        Set<String> never =
                Set.of(
                        "IR.L3-3.6.1e",
                        "IR.L3-3.6.2e",
                        "RA.L3-3.11.1e",
                        "RA.L3-3.11.4e",
                        "RA.L3-3.11.6e",
                        "RA.L3-3.11.7e",
                        "SI.L3-3.14.3e");

        assertThat(
                        CMMC.criteriaOf("3").stream()
                                .filter(c -> c.weighing().has(Trait.NEVER_DEFERRED))
                                .map(Criterion::id))
                .containsExactlyInAnyOrderElementsOf(never);
        assertThat(openAtThree(1, c -> never.contains(c.id())).status()).isEqualTo("none");
    }

    private static Answer partial() {
        return new Answer(AnswerValue.PARTIAL);
    }

    private static Evaluation open(int count) {
        Answers answers = ALL;
        List<Criterion> one =
                CMMC.criteriaOf("2").stream()
                        .filter(c -> c.weighing().weight() == 1)
                        .filter(c -> !c.weighing().has(Trait.NEVER_DEFERRED))
                        .limit(count)
                        .toList();
        for (Criterion criterion : one) {
            answers = answers.with(criterion.id(), new Answer(AnswerValue.NOT_MET));
        }
        return CMMC.evaluate("2", answers);
    }

    private static Evaluation openAtThree(int count, Predicate<Criterion> which) {
        Answers answers = Carried.both(ALL, Carried.all(CMMC, "3", AnswerValue.MET));
        List<Criterion> some = new ArrayList<>(CMMC.criteriaOf("3"));
        some.removeIf(
                which.test(some.getFirst())
                        ? c -> c.weighing().has(Trait.NEVER_DEFERRED)
                        : which.negate());
        for (Criterion criterion : some.subList(0, count)) {
            answers = answers.with(criterion.id(), new Answer(AnswerValue.NOT_MET));
        }
        return CMMC.evaluate("3", answers);
    }
}
