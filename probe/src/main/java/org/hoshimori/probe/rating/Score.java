package org.hoshimori.probe.rating;

import java.math.BigInteger;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The arithmetic, in whole numbers only: points are counted in eighths, so that every machine and
/// every reader adds them up to the same.
///
/// A rule's first asset costs half of its weight, each further one half of what is left; an unsure
/// finding costs a quarter of that step. Adding assets that are fine changes nothing, and taking
/// any finding away never lowers the score.
final class Score {

    /// Points are counted in this many parts.
    static final int PARTS = 8;

    static final int FULL = 100 * PARTS;
    private static final long SCALE = 1_000_000;

    private final Rulebook rulebook;

    Score(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /// The score of these findings in eighths, without caps.
    int open(Collection<Finding> findings) {
        Map<Category, Long> shares = new EnumMap<>(Category.class);
        byRule(findings)
                .forEach((rule, found) ->
                        shares.merge(rule.category(), share(rule, found), Long::sum));
        int lost = 0;
        for (Map.Entry<Category, Long> entry : shares.entrySet()) {
            lost += lost(entry.getKey(), entry.getValue());
        }
        return FULL - lost;
    }

    /// Eighths of a point that a category loses at this share (in millionths of a percent).
    int lost(Category category, long share) {
        long capped = Math.min(share, 100 * SCALE);
        return (int) (capped * rulebook.points(category) * PARTS / (100 * SCALE));
    }

    /// The score with caps.
    int capped(Collection<Finding> findings) {
        int score = open(findings);
        for (Cap cap : active(findings)) {
            score = Math.min(score, cap.atMost() * PARTS);
        }
        return score;
    }

    /// Caps that hold: one asset surely fails all their rules. Ports of a host are assets of their
    /// own.
    List<Cap> active(Collection<Finding> findings) {
        Map<String, Set<String>> byAsset = new HashMap<>();
        for (Finding finding : findings) {
            if (finding.sure()) {
                byAsset.computeIfAbsent(finding.asset(), _ -> new HashSet<>())
                        .add(finding.rule().id());
            }
        }
        return rulebook.caps().stream()
                .filter(cap ->
                        byAsset.values().stream()
                                .anyMatch(failed -> failed.containsAll(cap.rules())))
                .toList();
    }

    static Map<Rule, List<Finding>> byRule(Collection<Finding> findings) {
        return findings.stream()
                .collect(
                        Collectors.groupingBy(
                                Finding::rule,
                                () ->
                                        new TreeMap<>(
                                                java.util.Comparator.comparing(Rule::category)
                                                        .thenComparing(Rule::severity)
                                                        .thenComparing(Rule::id)),
                                Collectors.toList()));
    }

    /// What one rule costs, in millionths of a percent of its category: weight × (1 − (1/2)^sure ×
    /// (7/8)^unsure).
    long share(Rule rule, Collection<Finding> found) {
        int sure = (int) found.stream().filter(Finding::sure).count();
        int unsure = found.size() - sure;
        // Beyond these the rest is below a millionth and would only slow the arithmetic down.
        int halves = Math.min(sure, 64);
        int eighths = Math.min(unsure, 400);
        BigInteger whole = BigInteger.ONE.shiftLeft(halves + 3 * eighths);
        BigInteger left = BigInteger.valueOf(7).pow(eighths);
        BigInteger weight = BigInteger.valueOf(rulebook.weight(rule) * SCALE);
        return weight.multiply(whole.subtract(left)).divide(whole).longValueExact();
    }

    String grade(int score) {
        Optional<String> grade =
                rulebook.grades().entrySet().stream()
                        .filter(entry -> score >= entry.getValue() * PARTS)
                        .map(Map.Entry::getKey)
                        .findFirst();
        return grade.orElseThrow();
    }

    /// Eighths as a decimal number without needless zeros.
    static java.math.BigDecimal points(int eighths) {
        return new java.math.BigDecimal(eighths)
                .divide(new java.math.BigDecimal(PARTS))
                .stripTrailingZeros();
    }
}
