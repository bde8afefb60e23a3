package org.hoshimori.rules.bulk;

import static org.hoshimori.rules.bulk.Columns.WORDS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Level;
import org.hoshimori.rules.LevelRule;
import org.jspecify.annotations.Nullable;

/// One level of an edition, ready to judge many companies. It says of each what [Edition#evaluate]
/// says, as long as the rules of all levels look at outcomes only: gates, lowest of groups and
/// weighted deductions do; marks, sums, averages and letters also need the words that were said,
/// and are evaluated company by company.
public final class BulkJudge {
    private final Edition edition;
    private final Level asked;
    private final List<Demand> demands;
    private final boolean[] counted;

    private BulkJudge(Edition edition, Level asked, List<Demand> demands) {
        this.edition = edition;
        this.asked = asked;
        this.demands = demands;
        this.counted = new boolean[edition.criteria().size()];
        List<Criterion> criteria = edition.criteriaOf(asked.id());
        for (int i = 0; i < counted.length; i++) {
            counted[i] = criteria.contains(edition.criteria().get(i));
        }
    }

    /// Empty when the rule of a level needs more than outcomes.
    ///
    /// @throws IllegalArgumentException when the edition has no such level
    public static Optional<BulkJudge> of(Edition edition, String level) {
        Level asked =
                edition.level(level)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        edition.rule() + " has no level " + level));
        List<Demand> demands = new ArrayList<>();
        for (Level each : edition.levels()) {
            Optional<Demand> demand = Demand.of(edition, each);
            if (demand.isEmpty()) {
                return Optional.empty();
            }
            demands.add(demand.get());
        }
        return Optional.of(new BulkJudge(edition, asked, demands));
    }

    /// Judges on every processor.
    ///
    /// @param columns answers to the same edition
    public Verdicts judge(Columns columns) {
        return judge(columns, Runtime.getRuntime().availableProcessors());
    }

    /// @param columns answers to the same edition
    /// @param threads 1 or more
    public Verdicts judge(Columns columns, int threads) {
        if (!columns.edition().equals(edition)) {
            throw new IllegalArgumentException(
                    "answers to " + columns.edition() + ", judged by " + edition);
        }
        var verdicts = new Verdicts(edition, asked, columns.companies(), columns.blocks());
        var next = new AtomicInteger();
        IntStream.range(0, Math.min(threads, columns.blocks()))
                .parallel()
                .forEach(_ -> new Turn(columns, verdicts, next).judge());
        return verdicts;
    }

    /// One thread's work: block after block as long as there are any.
    private final class Turn {
        private final Columns columns;
        private final Verdicts verdicts;
        private final AtomicInteger next;
        private final Sources sources;
        private final @Nullable Points points;
        private final long[][] open = new long[demands.size()][WORDS];
        private final long[] passing = new long[WORDS];
        private final long[][] counts = new long[counted.length][6];

        Turn(Columns columns, Verdicts verdicts, AtomicInteger next) {
            this.columns = columns;
            this.verdicts = verdicts;
            this.next = next;
            this.sources = new Sources(edition, columns);
            this.points =
                    asked.rule() instanceof LevelRule.WeightedDeduction deduction
                            ? new Points(edition, asked, deduction)
                            : null;
        }

        void judge() {
            for (int block; (block = next.getAndIncrement()) < columns.blocks(); ) {
                judge(block);
            }
            for (int i = 0; i < counted.length; i++) {
                if (counted[i]) {
                    verdicts.add(i, counts[i]);
                }
            }
        }

        private void judge(int block) {
            sources.read(columns.block(block));
            for (long[] mask : open) {
                Arrays.fill(mask, -1);
            }
            if (points != null) {
                points.clear();
            }
            for (int criterion = 0; criterion < counted.length; criterion++) {
                see(criterion, sources.of(criterion));
            }
            int at = block * WORDS;
            for (int rank = 0; rank < open.length; rank++) {
                int before = demands.get(rank).before();
                if (before >= 0) {
                    and(open[rank], open[before]);
                }
                System.arraycopy(open[rank], 0, verdicts.open()[rank], at, WORDS);
            }
            if (points != null) {
                points.store(verdicts, before(), at);
            }
        }

        private void see(int criterion, Planes planes) {
            if (counted[criterion]) {
                planes.passing(passing, counts[criterion]);
            } else {
                planes.passing(passing);
            }
            for (int rank = 0; rank < open.length; rank++) {
                if (demands.get(rank).pass()[criterion]) {
                    and(open[rank], passing);
                }
                if (demands.get(rank).met()[criterion]) {
                    planes.keepMet(open[rank]);
                }
            }
            if (counted[criterion] && points != null) {
                points.see(criterion, planes);
            }
        }

        private long[] before() {
            int before = demands.get(edition.levels().indexOf(asked)).before();
            Arrays.fill(passing, -1);
            return before < 0 ? passing : open[before];
        }
    }

    private static void and(long[] mask, long[] with) {
        for (int i = 0; i < WORDS; i++) {
            mask[i] &= with[i];
        }
    }
}
