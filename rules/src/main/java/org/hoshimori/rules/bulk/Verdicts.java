package org.hoshimori.rules.bulk;

import static org.hoshimori.rules.bulk.Columns.WORDS;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Evaluation;
import org.hoshimori.rules.Level;
import org.hoshimori.rules.LevelRule;

/// What the answers of many companies amount to at one level: for each company what
/// [org.hoshimori.rules.Evaluation] says, and what is counted over all of them.
public final class Verdicts {
    private final Edition edition;
    private final List<Level> levels;
    private final Level asked;
    private final int rank;
    private final int companies;
    private final long[][] open;
    private final long[][] lost;
    private final long[] conditional;
    private final long[] scored;
    private final long[][] counts;

    Verdicts(Edition edition, Level asked, int companies, int blocks) {
        this.edition = edition;
        this.asked = asked;
        this.levels = edition.levels();
        this.rank = levels.indexOf(asked);
        this.companies = companies;
        int words = blocks * WORDS;
        boolean weighs = asked.rule() instanceof LevelRule.WeightedDeduction;
        this.open = new long[levels.size()][words];
        this.lost = new long[weighs ? Points.width(edition.criteriaOf(asked.id())) : 0][words];
        this.conditional = new long[weighs ? words : 0];
        this.scored = new long[weighs ? words : 0];
        this.counts = new long[edition.criteria().size()][];
    }

    long[][] open() {
        return open;
    }

    long[][] lost() {
        return lost;
    }

    long[] conditional() {
        return conditional;
    }

    long[] scored() {
        return scored;
    }

    /// Adds what one thread counted.
    synchronized void add(int criterion, long[] counted) {
        long[] sum = counts[criterion];
        if (sum == null) {
            counts[criterion] = counted.clone();
            return;
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] += counted[i];
        }
    }

    public int companies() {
        return companies;
    }

    /// Whether the level asked is reached.
    ///
    /// @param company from 0
    public boolean met(int company) {
        return has(open[rank], company);
    }

    /// The scheme's own word for it.
    public String status(int company) {
        if (!(asked.rule() instanceof LevelRule.WeightedDeduction)) {
            return word(met(company));
        }
        if (!has(scored, company)) {
            return "no-score";
        }
        return met(company) ? "final" : has(conditional, company) ? "conditional" : "none";
    }

    private String word(boolean met) {
        return asked.rule() instanceof LevelRule.AllMet all
                ? met ? all.yes() : all.no()
                : met ? "met" : "not-met";
    }

    /// The highest level reached, or the edition's word for none.
    public String reached(int company) {
        for (int i = levels.size() - 1; i >= 0; i--) {
            if (levels.get(i).variantOf() == null && has(open[i], company)) {
                return levels.get(i).id();
            }
        }
        return edition.none();
    }

    /// The score, where the rule gives one and the answers allow it.
    public OptionalInt score(int company) {
        if (!(asked.rule() instanceof LevelRule.WeightedDeduction deduction)
                || !has(scored, company)) {
            return OptionalInt.empty();
        }
        int sum = 0;
        for (int plane = 0; plane < lost.length; plane++) {
            sum += has(lost[plane], company) ? 1 << plane : 0;
        }
        return OptionalInt.of(deduction.maximum() - sum);
    }

    /// How many companies there are of each status that occurs, by the word.
    public Map<String, Integer> byStatus() {
        Map<String, Integer> by = new TreeMap<>();
        long[] rest = everybody();
        if (asked.rule() instanceof LevelRule.WeightedDeduction) {
            take(rest, scored, false, "no-score", by);
            take(rest, open[rank], true, "final", by);
            take(rest, conditional, true, "conditional", by);
            take(rest, rest, true, "none", by);
        } else {
            take(rest, open[rank], true, word(true), by);
            take(rest, rest, true, word(false), by);
        }
        return by;
    }

    /// How many companies reached each level that occurs, highest first.
    public Map<String, Integer> byReached() {
        Map<String, Integer> by = new LinkedHashMap<>();
        long[] rest = everybody();
        for (int i = levels.size() - 1; i >= 0; i--) {
            if (levels.get(i).variantOf() == null) {
                take(rest, open[i], true, levels.get(i).id(), by);
            }
        }
        take(rest, rest, true, edition.none(), by);
        return by;
    }

    private long[] everybody() {
        var all = new long[open[rank].length];
        for (int i = 0; i < all.length; i++) {
            int left = companies - i * Long.SIZE;
            all[i] = left >= Long.SIZE ? -1 : left <= 0 ? 0 : (1L << left) - 1;
        }
        return all;
    }

    /// Counts those of `rest` that are (or are not) in `plane`, and takes them out of it.
    private static void take(
            long[] rest, long[] plane, boolean in, String word, Map<String, Integer> by) {
        int count = 0;
        for (int i = 0; i < rest.length; i++) {
            long taken = rest[i] & (in ? plane[i] : ~plane[i]);
            count += Long.bitCount(taken);
            rest[i] &= ~taken;
        }
        if (count > 0) {
            by.put(word, count);
        }
    }

    /// How each criterion of the level asked was answered over all companies, in catalogue order.
    public Map<Criterion, Evaluation.Counts> counts() {
        Map<Criterion, Evaluation.Counts> all = new LinkedHashMap<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != null) {
                all.put(edition.criteria().get(i), counts(counts[i]));
            }
        }
        return all;
    }

    /// From how many have which bits set ([Planes]) to how many answered what.
    private Evaluation.Counts counts(long[] bits) {
        int low = (int) bits[0];
        int middle = (int) bits[1];
        int high = (int) bits[2];
        int lowMiddle = (int) bits[3];
        int passing = (int) bits[4];
        int met = (int) bits[5];
        int partial = high - passing;
        int unknown = lowMiddle - met;
        int withoutReason = middle - passing - unknown;
        int notMet = low - met - partial - unknown;
        int notApplicable = passing - met + withoutReason;
        return new Evaluation.Counts(
                companies,
                met,
                notMet,
                partial,
                notApplicable,
                companies - met - notMet - partial - notApplicable,
                unknown,
                withoutReason);
    }

    private static boolean has(long[] plane, int company) {
        return (plane[company >> 6] >>> company & 1) != 0;
    }
}
