package org.hoshimori.probe.rating;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hoshimori.probe.Observation;
import org.hoshimori.probe.ObservationJson;
import org.hoshimori.probe.Outcome;

/// What the rules say of a bundle.
///
/// @param findings sorted by category, severity, rule and asset
/// @param measured rules that at least one asset was looked at for
public record Judged(List<Finding> findings, Set<String> measured) {

    static Judged of(List<Observation> observations, Rulebook rulebook) {
        SortedMap<String, Map<String, Outcome>> byAsset = newest(observations);
        List<Finding> findings = new ArrayList<>();
        Set<String> measured = new HashSet<>();
        for (Rule rule : inOrder(rulebook)) {
            byAsset.forEach((asset, looks) -> {
                Optional<Rule.Judgement> judgement =
                        rule.judge(check -> Optional.ofNullable(looks.get(check)));
                judgement.ifPresent(found -> {
                    measured.add(rule.id());
                    if (found != Rule.Judgement.CLEAN) {
                        findings.add(new Finding(rule, asset, found == Rule.Judgement.FAILS));
                    }
                });
            });
        }
        return new Judged(List.copyOf(findings), Set.copyOf(measured));
    }

    static List<Rule> inOrder(Rulebook rulebook) {
        List<Rule> rules = new ArrayList<>(rulebook.rules());
        rules.sort(
                java.util.Comparator.comparing(Rule::category)
                        .thenComparing(Rule::severity)
                        .thenComparing(Rule::id));
        return rules;
    }

    /// The newest settled look of each check at each asset: only looking again replaces a finding.
    /// Of two at the same moment the one whose line sorts last counts, whatever the order of the
    /// file.
    private static SortedMap<String, Map<String, Outcome>> newest(List<Observation> observations) {
        Map<String, Observation> latest = new HashMap<>();
        for (Observation observation : observations) {
            if (observation.outcome().settled()) {
                latest.merge(
                        observation.asset() + "\n" + observation.check(),
                        observation,
                        Judged::later);
            }
        }
        SortedMap<String, Map<String, Outcome>> byAsset = new TreeMap<>();
        latest.values()
                .forEach(observation ->
                        byAsset.computeIfAbsent(observation.asset(), _ -> new HashMap<>())
                                .put(observation.check(), observation.outcome()));
        return byAsset;
    }

    static Observation later(Observation one, Observation other) {
        int order = one.time().compareTo(other.time());
        if (order == 0) {
            order = ObservationJson.write(one).compareTo(ObservationJson.write(other));
        }
        return order >= 0 ? one : other;
    }
}
