package org.hoshimori.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.LongRange;

/// What must hold of every set of answers.
class GatesPropertiesTests {
    private static final Edition EDITION = SmallScheme.edition();
    private static final List<String> RANKS = List.of("0", "3", "4");

    @Property
    void answeringOneMoreCriterionWellNeverLowersTheLevel(
            @ForAll("answers") Answers answers, @ForAll("criteria") String criterion) {
        Evaluation before = EDITION.evaluate("4", answers);
        Evaluation after =
                EDITION.evaluate("4", answers.with(criterion, new Answer(AnswerValue.MET)));

        assertThat(RANKS.indexOf(after.reached()))
                .isGreaterThanOrEqualTo(RANKS.indexOf(before.reached()));
        assertThat(after.missing()).hasSizeLessThanOrEqualTo(before.missing().size());
    }

    @Property
    void theOrderOfAnswersNeverMatters(
            @ForAll("answers") Answers answers, @ForAll @LongRange(min = 0) long seed) {
        List<String> ids = new ArrayList<>(answers.byCriterion().keySet());
        Collections.shuffle(ids, new Random(seed));
        Map<String, Answer> shuffled = new LinkedHashMap<>();
        ids.forEach(id -> shuffled.put(id, answers.to(id).orElseThrow()));

        assertThat(EDITION.evaluate("4", Answers.of(shuffled)).json(Locale.JAPANESE))
                .isEqualTo(EDITION.evaluate("4", answers).json(Locale.JAPANESE));
    }

    @Property
    void theResultDependsOnTheInputsOnly(@ForAll("answers") Answers answers) {
        assertThat(SmallScheme.edition().evaluate("3", answers).json(Locale.ENGLISH))
                .isEqualTo(EDITION.evaluate("3", answers).json(Locale.ENGLISH));
    }

    @Property
    void everyCriterionIsCountedExactlyOnceAndAGateIsOpenOnlyWhenNothingIsMissing(
            @ForAll("answers") Answers answers) {
        Evaluation evaluation = EDITION.evaluate("4", answers);
        Evaluation.Counts counts = evaluation.counts();

        assertThat(
                        counts.met()
                                + counts.notMet()
                                + counts.partial()
                                + counts.notApplicable()
                                + counts.unanswered())
                .isEqualTo(counts.total());
        assertThat(counts.passing() + evaluation.missing().size()).isEqualTo(counts.total());
        assertThat(evaluation.met())
                .isEqualTo(evaluation.missing().isEmpty())
                .isEqualTo(evaluation.reached().equals("4"));
    }

    @Provide
    Arbitrary<String> criteria() {
        return Arbitraries.of(EDITION.criteria().stream().map(Criterion::id).toList());
    }

    @Provide
    Arbitrary<Answers> answers() {
        Arbitrary<AnswerValue> value =
                Arbitraries.frequencyOf(
                        Tuple.of(4, Arbitraries.just(AnswerValue.MET)),
                        Tuple.of(1, Arbitraries.of(AnswerValue.values())));
        Arbitrary<Answer> answer =
                Combinators.combine(value, Arbitraries.of("", " ", "理由")).as(Answer::new);
        return Arbitraries.maps(criteria(), answer).map(Answers::of);
    }
}
