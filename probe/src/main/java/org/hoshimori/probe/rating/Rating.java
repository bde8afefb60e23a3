package org.hoshimori.probe.rating;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hoshimori.probe.Bundle;
import org.hoshimori.probe.Observation;
import org.hoshimori.probe.ObservationJson;
import org.hoshimori.probe.Seal;
import org.hoshimori.probe.Text;

/// A bundle's rating with all that led to it.
///
/// @param score in eighths of a point
/// @param low as if every unsure finding were sure
/// @param high as if no unsure finding were there
/// @param confidence percent of the rules, by weight, for which something was seen
/// @param deltas from 100 down to the score; they add up exactly
/// @param categories eighths left of each category's points, before caps
/// @param inputs SHA-256 over the observations' lines in sorted order
public record Rating(
        Rulebook rulebook,
        KnownFlaws flaws,
        List<Observation> observations,
        Judged judged,
        int score,
        int low,
        int high,
        int confidence,
        List<Delta> deltas,
        SortedMap<Category, Integer> categories,
        Optional<Plan> plan,
        String inputs,
        Optional<Seal> seal,
        boolean sealHolds) {

    /// Points are counted in this many parts.
    public static final int PARTS = Score.PARTS;

    /// A hundred points, in those parts.
    public static final int FULL = Score.FULL;

    /// What people are told instead of a grade where there is nothing to rate by.
    public static final Text UNSEEN =
            new Text(
                    "何も見えなかったので、評価しません。相手に届く場所から、もう一度見てください。",
                    "Nothing could be seen, so nothing is rated. Look again from a place that reaches the host.");

    /// Below this confidence a grade is provisional.
    static final int ENOUGH = 60;

    static Rating of(Bundle bundle, Rulebook rulebook, KnownFlaws flaws) {
        List<Observation> observations = distinct(bundle.observations());
        Judged judged = Judged.of(flaws.added(observations), rulebook);
        Score score = new Score(rulebook);
        List<Finding> findings = judged.findings();
        List<Finding> sure = findings.stream().filter(Finding::sure).toList();
        List<Finding> worst =
                findings.stream().map(f -> new Finding(f.rule(), f.asset(), true)).toList();
        List<Delta> deltas = deltas(findings, score, rulebook);
        return new Rating(
                rulebook,
                flaws,
                observations,
                judged,
                score.capped(findings),
                score.capped(worst),
                score.capped(sure),
                confidence(judged, rulebook),
                deltas,
                categories(findings, score, rulebook),
                Plan.next(findings, rulebook),
                inputs(observations),
                bundle.seal(),
                bundle.seal().filter(seal -> seal.holds(bundle.body().toArray())).isPresent());
    }

    /// Eighths as a decimal number without needless zeros.
    public static java.math.BigDecimal points(int eighths) {
        return Score.points(eighths);
    }

    /// The caps that hold the score down now.
    public List<Cap> caps() {
        return new Score(rulebook)
                .active(judged.findings()).stream()
                        .filter(cap ->
                                deltas.stream().anyMatch(d -> d.rule().equals("cap:" + cap.id())))
                        .toList();
    }

    /// The score if these rules failed nowhere.
    public int without(java.util.Collection<String> rules) {
        return new Score(rulebook)
                .capped(
                        judged.findings().stream()
                                .filter(finding -> !rules.contains(finding.rule().id()))
                                .toList());
    }

    /// Whether anything was seen that a rule of this category reads.
    public boolean measured(Category category) {
        return rulebook.rules().stream()
                .anyMatch(rule ->
                        rule.category() == category && judged.measured().contains(rule.id()));
    }

    /// What others' public rules say of the same facts, by view and asset.
    public Map<String, Map<String, Map<String, Object>>> views() {
        return Views.all(observations);
    }

    public String grade() {
        return new Score(rulebook).grade(score);
    }

    /// Whether there is nothing to rate by: then people are shown [#UNSEEN] and no grade.
    public boolean unseen() {
        return judged.measured().isEmpty();
    }

    public boolean provisional() {
        return confidence < ENOUGH;
    }

    /// Sorted and without doubles, so that the order of a file changes nothing.
    private static List<Observation> distinct(List<Observation> observations) {
        SortedMap<String, Observation> byLine = new TreeMap<>();
        observations.forEach(o -> byLine.put(ObservationJson.write(o), o));
        return List.copyOf(byLine.values());
    }

    private static String inputs(List<Observation> observations) {
        StringBuilder lines = new StringBuilder();
        observations.forEach(o -> lines.append(ObservationJson.write(o)).append('\n'));
        return Seal.digest(lines.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /// Each rule's step in the fixed order of categories, severities and ids, then the caps': the
    /// steps add up because each is the difference of two scores.
    private static List<Delta> deltas(List<Finding> findings, Score score, Rulebook rulebook) {
        List<Delta> deltas = new ArrayList<>();
        List<Finding> so = new ArrayList<>();
        int before = Score.FULL;
        for (Map.Entry<Rule, List<Finding>> entry : Score.byRule(findings).entrySet()) {
            so.addAll(entry.getValue());
            int after = score.open(so);
            Rule rule = entry.getKey();
            deltas.add(
                    new Delta(
                            rule.id(),
                            rule.category().word(),
                            rule.severity().word(),
                            rulebook.weight(rule),
                            after - before,
                            assets(entry.getValue().stream().filter(Finding::sure)),
                            assets(entry.getValue().stream().filter(f -> !f.sure()))));
            before = after;
        }
        List<Cap> caps = new ArrayList<>(score.active(findings));
        caps.sort(java.util.Comparator.comparing(Cap::atMost).reversed().thenComparing(Cap::id));
        for (Cap cap : caps) {
            int after = Math.min(before, cap.atMost() * Score.PARTS);
            if (after < before) {
                deltas.add(
                        new Delta(
                                "cap:" + cap.id(),
                                "",
                                "",
                                0,
                                after - before,
                                List.of(),
                                List.of()));
            }
            before = after;
        }
        return List.copyOf(deltas);
    }

    private static List<String> assets(Stream<Finding> findings) {
        return findings.map(Finding::asset).sorted().toList();
    }

    private static SortedMap<Category, Integer> categories(
            List<Finding> findings, Score score, Rulebook rulebook) {
        SortedMap<Category, Integer> left = new TreeMap<>();
        Map<Category, List<Finding>> byCategory = new EnumMap<>(Category.class);
        findings.forEach(f ->
                byCategory.computeIfAbsent(f.rule().category(), _ -> new ArrayList<>()).add(f));
        for (Category category : rulebook.categories().keySet()) {
            List<Finding> own = byCategory.getOrDefault(category, List.of());
            left.put(
                    category,
                    rulebook.points(category) * Score.PARTS - (Score.FULL - score.open(own)));
        }
        return left;
    }

    private static int confidence(Judged judged, Rulebook rulebook) {
        long all = 0;
        long measured = 0;
        for (Rule rule : rulebook.rules()) {
            long weight = (long) rulebook.weight(rule) * rulebook.points(rule.category());
            // Software without a known name leaves nothing to look up: that is no gap in looking.
            if (rule.check().equals(KnownFlaws.CHECK)) {
                continue;
            }
            all += weight;
            if (judged.measured().contains(rule.id())) {
                measured += weight;
            }
        }
        return all == 0 ? 0 : (int) (measured * 100 / all);
    }
}
