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
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/// What must hold of every edition of every scheme, and of every set of answers.
class EveryEditionPropertiesTests {
    /// @param good how many of the answers are good, of a hundred
    record Situation(Edition edition, Level level, Answers answers, Random random) {
        static Situation of(Edition edition, long seed) {
            Random random = new Random(seed);
            Level level = edition.levels().get(random.nextInt(edition.levels().size()));
            int good = List.of(0, 50, 90, 99, 100).get(random.nextInt(5));
            Map<String, Answer> answers = new LinkedHashMap<>();
            for (String id : edition.answerableIds()) {
                boolean part = edition.criterion(id).isEmpty();
                if (random.nextInt(100) < (part ? 2 : 97)) {
                    answers.put(
                            id,
                            random.nextInt(100) < good
                                    ? new Answer(AnswerValue.MET)
                                    : any(edition, random));
                }
            }
            return new Situation(edition, level, Answers.of(answers), random);
        }

        private static Answer any(Edition edition, Random random) {
            List<AnswerWord> words = edition.manner().words();
            if (!words.isEmpty() && random.nextBoolean()) {
                AnswerWord word = words.get(random.nextInt(words.size()));
                return new Answer(word.means(), word.word(), "");
            }
            AnswerValue[] values = AnswerValue.values();
            return new Answer(
                    values[random.nextInt(values.length)], random.nextBoolean() ? "理由" : "");
        }

        String anId() {
            List<String> ids = edition.answerableIds();
            return ids.get(random.nextInt(ids.size()));
        }
    }

    @Property(tries = 400)
    void answeringOneMoreCriterionWellNeverLowersTheLevelNorTheScore(
            @ForAll("situations") Situation now) {
        Evaluation before = now.edition.evaluate(now.level.id(), now.answers);
        Evaluation after =
                now.edition.evaluate(
                        now.level.id(), now.answers.with(now.anId(), best(now.edition)));

        assertThat(rank(after)).isGreaterThanOrEqualTo(rank(before));
        assertThat(after.met() || !before.met()).isTrue();
        if (before.score().isPresent()) {
            assertThat(after.score().orElseThrow()).isGreaterThanOrEqualTo(before.score().get());
        }
    }

    @Property(tries = 100)
    void theOrderOfAnswersNeverMatters(
            @ForAll("situations") Situation now, @ForAll @LongRange(min = 0) long seed) {
        List<String> ids = new ArrayList<>(now.answers.byCriterion().keySet());
        Collections.shuffle(ids, new Random(seed));
        Map<String, Answer> shuffled = new LinkedHashMap<>();
        ids.forEach(id -> shuffled.put(id, now.answers.to(id).orElseThrow()));

        assertThat(json(now.edition, now.level, Answers.of(shuffled)))
                .isEqualTo(json(now.edition, now.level, now.answers));
    }

    @Property(tries = 100)
    void theSameInputsGiveTheSameBytes(@ForAll("situations") Situation now) {
        assertThat(json(now.edition, now.level, now.answers))
                .isEqualTo(json(now.edition, now.level, now.answers));
    }

    @Property(tries = 200)
    void everythingAskedIsCountedOnce(@ForAll("situations") Situation now) {
        Evaluation.Counts counts = now.edition.evaluate(now.level.id(), now.answers).counts();

        assertThat(counts.total()).isEqualTo(now.edition.criteriaOf(now.level.id()).size());
        assertThat(
                        counts.met()
                                + counts.notMet()
                                + counts.partial()
                                + counts.notApplicable()
                                + counts.unanswered())
                .isEqualTo(counts.total());
    }

    @Property(tries = 200)
    void theScoreStaysInItsRange(@ForAll("situations") Situation now) {
        Evaluation evaluation = now.edition.evaluate(now.level.id(), now.answers);

        evaluation
                .score()
                .ifPresent(score -> {
                    assertThat(score)
                            .isBetween(
                                    evaluation.ruling().score().min(),
                                    evaluation.ruling().score().max());
                });
    }

    @Property(tries = 200)
    void whatIsMissingIsWhyALevelIsNotReached(@ForAll("situations") Situation now) {
        Evaluation evaluation = now.edition.evaluate(now.level.id(), now.answers);
        if (!evaluation.met()) {
            assertThat(evaluation.steps()).isNotEmpty();
        }
        boolean averaged =
                now.level.rule() instanceof LevelRule.Averages
                        || now.level.rule() instanceof LevelRule.Letter
                        || now.level.rule() instanceof LevelRule.Marks;
        if (!averaged) {
            assertThat(evaluation.missing().isEmpty()).isEqualTo(evaluation.met());
        }
    }

    private static Answer best(Edition edition) {
        return edition.manner().scale() == Scale.PAIRS
                ? new Answer(AnswerValue.MET, "5/5", "")
                : new Answer(AnswerValue.MET);
    }

    private static int rank(Evaluation evaluation) {
        return evaluation.edition().levels().stream()
                .map(Level::id)
                .toList()
                .indexOf(evaluation.reached());
    }

    private static String json(Edition edition, Level level, Answers answers) {
        return edition.evaluate(level.id(), answers).json(Locale.JAPANESE);
    }

    @Provide
    Arbitrary<Situation> situations() {
        return Arbitraries.of(Carried.schemes().editions())
                .flatMap(edition -> Arbitraries.longs().map(seed -> Situation.of(edition, seed)));
    }
}
