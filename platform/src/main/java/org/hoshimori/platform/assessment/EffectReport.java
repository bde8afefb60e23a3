package org.hoshimori.platform.assessment;

import java.util.List;
import java.util.Map;
import org.hoshimori.platform.organisation.Organisation;

/// What another edition would do to every stored assessment.
///
/// @param counts by stage, and what would become of them
/// @param named applied or registered ones that do not stay met: the operator knows those
public record EffectReport(Map<Stage, Map<Effect.Outcome, Integer>> counts, List<Line> named) {

    /// One that the operator has to write to.
    public record Line(
            Organisation company,
            String level,
            Effect.Outcome outcome,
            int toAffirm,
            int missing) {}

    /// Of all stages.
    public int total(Effect.Outcome outcome) {
        return counts.values().stream().mapToInt(each -> each.getOrDefault(outcome, 0)).sum();
    }
}
