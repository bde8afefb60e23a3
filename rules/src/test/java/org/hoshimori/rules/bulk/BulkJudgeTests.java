package org.hoshimori.rules.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.Carried;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Evaluation;
import org.hoshimori.rules.Level;
import org.hoshimori.rules.Outcome;
import org.hoshimori.rules.RandomAnswers;
import org.junit.jupiter.api.Test;

/// Judging many companies says of each what evaluating it alone says.
class BulkJudgeTests {
    record Case(Edition edition, Level level) {
        @Override
        public String toString() {
            return edition.scheme() + "/" + edition.id() + " " + level.id();
        }
    }

    @Property(tries = 120)
    void everyCompanyIsJudgedAsIfItWereAlone(
            @ForAll("supported") Case each, @ForAll Random random) {
        List<Answers> all = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            all.add(RandomAnswers.of(each.edition, random));
        }

        Verdicts verdicts = judge(each).judge(columns(each.edition, all));

        for (int company = 0; company < all.size(); company++) {
            Evaluation alone = each.edition.evaluate(each.level.id(), all.get(company));
            assertThat(verdicts.met(company)).isEqualTo(alone.met());
            assertThat(verdicts.status(company)).isEqualTo(alone.status());
            assertThat(verdicts.reached(company)).isEqualTo(alone.reached());
            assertThat(verdicts.score(company).stream().boxed().toList())
                    .isEqualTo(alone.score().stream().map(score -> score.intValueExact()).toList());
        }
    }

    @Property(tries = 60)
    void whatIsCountedOverAllCompaniesIsWhatEachOneSays(
            @ForAll("supported") Case each, @ForAll Random random) {
        List<Answers> all = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            all.add(RandomAnswers.of(each.edition, random));
        }

        Verdicts verdicts = judge(each).judge(columns(each.edition, all));

        Map<String, Integer> statuses = new HashMap<>();
        int met = 0;
        int unanswered = 0;
        int partial = 0;
        int notApplicable = 0;
        int withoutReason = 0;
        int unknown = 0;
        for (Answers answers : all) {
            Evaluation alone = each.edition.evaluate(each.level.id(), answers);
            statuses.merge(alone.status(), 1, Integer::sum);
            met += alone.counts().met();
            unanswered += alone.counts().unanswered();
            partial += alone.counts().partial();
            notApplicable += alone.counts().notApplicable();
            withoutReason += alone.counts().withoutReason();
            unknown += alone.counts().unknown();
        }
        assertThat(verdicts.byStatus()).isEqualTo(statuses);
        Map<Criterion, Evaluation.Counts> counts = verdicts.counts();
        assertThat(counts.keySet())
                .containsExactlyElementsOf(each.edition.criteriaOf(each.level.id()));
        assertThat(sum(counts, Evaluation.Counts::met)).isEqualTo(met);
        assertThat(sum(counts, Evaluation.Counts::unanswered)).isEqualTo(unanswered);
        assertThat(sum(counts, Evaluation.Counts::partial)).isEqualTo(partial);
        assertThat(sum(counts, Evaluation.Counts::notApplicable)).isEqualTo(notApplicable);
        assertThat(sum(counts, Evaluation.Counts::withoutReason)).isEqualTo(withoutReason);
        assertThat(sum(counts, Evaluation.Counts::unknown)).isEqualTo(unknown);
    }

    @Test
    void severalBlocksByTwoThreadsAreTheSameAsByOne() {
        Edition edition = Carried.edition("cmmc", "2024-12-16");
        var random = new Random(7);
        List<Answers> few =
                Stream.generate(() -> RandomAnswers.of(edition, random)).limit(37).toList();
        int companies = 2 * Columns.BLOCK + 91;
        var columns = new Columns(edition, companies);
        for (int company = 0; company < companies; company++) {
            fill(columns, company, few.get(company % few.size()));
        }
        BulkJudge judge = BulkJudge.of(edition, "2").orElseThrow();

        Verdicts one = judge.judge(columns, 1);
        Verdicts two = judge.judge(columns, 2);

        assertThat(two.byStatus()).isEqualTo(one.byStatus());
        assertThat(two.counts()).isEqualTo(one.counts());
        for (int company = Columns.BLOCK - 50; company < companies; company += 7) {
            assertThat(two.status(company)).isEqualTo(one.status(company % few.size()));
            assertThat(two.score(company)).isEqualTo(one.score(company % few.size()));
        }
    }

    @Property
    void whatIsSetIsThereAndNothingElseChanges(@ForAll Outcome first, @ForAll Outcome second) {
        var columns = new Columns(Carried.edition("scs", "2026-03-27"), 200);
        columns.set(70, 3, first);
        columns.set(70, 3, second);

        assertThat(columns.get(70, 3)).isEqualTo(second);
        assertThat(columns.get(71, 3)).isEqualTo(Outcome.UNANSWERED);
        assertThat(columns.get(70, 4)).isEqualTo(Outcome.UNANSWERED);
    }

    @Test
    void schemesThatNeedTheWordsAreNotJudgedInBulk() {
        assertThat(
                        Carried.schemes().editions().stream()
                                .filter(e -> BulkJudge.of(e, e.levels().getFirst().id()).isEmpty())
                                .map(Edition::scheme)
                                .distinct())
                .containsExactlyInAnyOrder(
                        "cyber-essentials", "cyberfundamentals", "cyberscore", "security-action");
    }

    @Test
    void answersToAnotherEditionAreRefused() {
        BulkJudge judge = judge(new Case(Carried.edition("scs", "2026-03-27"), three()));
        var others = new Columns(Carried.edition("scs", "2024-concept"), 1);

        assertThatThrownBy(() -> judge.judge(others)).hasMessageContaining("2024-concept");
    }

    private static Level three() {
        return Carried.edition("scs", "2026-03-27").level("3").orElseThrow();
    }

    private static int sum(
            Map<Criterion, Evaluation.Counts> counts,
            java.util.function.ToIntFunction<Evaluation.Counts> of) {
        return counts.values().stream().mapToInt(of).sum();
    }

    private static BulkJudge judge(Case each) {
        return BulkJudge.of(each.edition, each.level.id()).orElseThrow();
    }

    private static Columns columns(Edition edition, List<Answers> all) {
        var columns = new Columns(edition, all.size());
        for (int company = 0; company < all.size(); company++) {
            fill(columns, company, all.get(company));
        }
        return columns;
    }

    private static void fill(Columns columns, int company, Answers answers) {
        answers.byCriterion()
                .forEach((id, answer) ->
                        columns.column(id)
                                .ifPresent(column ->
                                        columns.set(
                                                company,
                                                column,
                                                Outcome.of(answer).in(columns.edition()))));
    }

    @Provide
    Arbitrary<Case> supported() {
        return Arbitraries.of(
                Carried.schemes().editions().stream()
                        .flatMap(edition ->
                                edition.levels().stream().map(level -> new Case(edition, level)))
                        .filter(each -> BulkJudge.of(each.edition, each.level.id()).isPresent())
                        .toList());
    }
}
