package org.hoshimori.probe.rating;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The smallest number of rules to repair everywhere so that the next grade is reached; of several
/// such sets one with the most points.
///
/// @param repairs ids of rules
/// @param eighths the score after them
public record Plan(String grade, List<String> repairs, int eighths) {

    /// The grade that the repairs really lead to; lifting a cap may lead further than the next one.
    public String reaches(Rulebook rulebook) {
        return new Score(rulebook).grade(eighths);
    }

    /// The exact answer: caps force some repairs, and in each category the costly rules come first,
    /// so that only how many to take from each is open; that is a small table.
    static Optional<Plan> next(List<Finding> findings, Rulebook rulebook) {
        Score score = new Score(rulebook);
        int now = score.capped(findings);
        Optional<Map.Entry<String, Integer>> better =
                rulebook.grades().entrySet().stream()
                        .filter(entry -> entry.getValue() * Score.PARTS > now)
                        .reduce((_, last) -> last);
        return better.map(grade ->
                to(grade.getKey(), grade.getValue() * Score.PARTS, findings, score, rulebook));
    }

    private static Plan to(
            String grade, int wanted, List<Finding> findings, Score score, Rulebook rulebook) {
        List<Cap> tooLow =
                score.active(findings).stream()
                        .filter(cap -> cap.atMost() * Score.PARTS < wanted)
                        .toList();
        Set<Set<String>> choices = new HashSet<>();
        choose(tooLow, 0, new TreeSet<>(), choices);
        Plan best = new Plan(grade, List.of(), -1);
        boolean found = false;
        for (Set<String> forced : choices) {
            Plan plan = with(grade, wanted, forced, findings, score, rulebook);
            if (!found || better(plan, best)) {
                best = plan;
                found = true;
            }
        }
        return best;
    }

    private static boolean better(Plan one, Plan other) {
        if (one.repairs().size() != other.repairs().size()) {
            return one.repairs().size() < other.repairs().size();
        }
        return one.eighths() != other.eighths()
                ? one.eighths() > other.eighths()
                : one.repairs().toString().compareTo(other.repairs().toString()) < 0;
    }

    /// Each cap is lifted by repairing any one of its rules.
    private static void choose(
            List<Cap> caps, int at, Set<String> chosen, Set<Set<String>> choices) {
        if (at == caps.size()) {
            choices.add(new TreeSet<>(chosen));
            return;
        }
        if (caps.get(at).rules().stream().anyMatch(chosen::contains)) {
            choose(caps, at + 1, chosen, choices);
            return;
        }
        for (String rule : caps.get(at).rules()) {
            Set<String> more = new TreeSet<>(chosen);
            more.add(rule);
            choose(caps, at + 1, more, choices);
        }
    }

    /// How many of each category's costly rules, by a table over categories: for each number of
    /// repairs the best score.
    private static Plan with(
            String grade,
            int wanted,
            Set<String> forced,
            List<Finding> findings,
            Score score,
            Rulebook rulebook) {
        Map<Category, List<Map.Entry<Rule, Long>>> open = new EnumMap<>(Category.class);
        Score.byRule(findings)
                .forEach((rule, found) -> {
                    if (!forced.contains(rule.id())) {
                        open.computeIfAbsent(rule.category(), _ -> new ArrayList<>())
                                .add(Map.entry(rule, score.share(rule, found)));
                    }
                });
        List<Step> table = new ArrayList<>(List.of(new Step(0, List.of())));
        for (Map.Entry<Category, List<Map.Entry<Rule, Long>>> entry : open.entrySet()) {
            List<Map.Entry<Rule, Long>> rules = entry.getValue();
            rules.sort(
                    Map.Entry.<Rule, Long>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(e -> e.getKey().id()));
            table = extend(table, entry.getKey(), rules, score);
        }
        for (int count = 0; count < table.size(); count++) {
            int reached = Score.FULL - table.get(count).lost();
            if (reached >= wanted || count == table.size() - 1) {
                List<String> repairs = new ArrayList<>(forced);
                repairs.addAll(table.get(count).repairs());
                repairs.sort(Comparator.naturalOrder());
                List<Finding> left =
                        findings.stream().filter(f -> !repairs.contains(f.rule().id())).toList();
                return new Plan(grade, List.copyOf(repairs), new Score(rulebook).capped(left));
            }
        }
        throw new IllegalStateException("the table has at least one row");
    }

    /// @param lost eighths lost by what is left
    private record Step(int lost, List<String> repairs) {}

    private static List<Step> extend(
            List<Step> table, Category category, List<Map.Entry<Rule, Long>> rules, Score score) {
        long total = rules.stream().mapToLong(Map.Entry::getValue).sum();
        List<Step> next = new ArrayList<>();
        long left = total;
        List<String> taken = new ArrayList<>();
        for (int take = 0; take <= rules.size(); take++) {
            int lost = score.lost(category, left);
            for (int before = 0; before < table.size(); before++) {
                Step step = table.get(before);
                List<String> repairs = new ArrayList<>(step.repairs());
                repairs.addAll(taken);
                Step candidate = new Step(step.lost() + lost, List.copyOf(repairs));
                int count = before + take;
                if (count == next.size()) {
                    next.add(candidate);
                } else if (candidate.lost() < next.get(count).lost()) {
                    next.set(count, candidate);
                }
            }
            if (take < rules.size()) {
                left -= rules.get(take).getValue();
                taken.add(rules.get(take).getKey().id());
            }
        }
        return next;
    }
}
