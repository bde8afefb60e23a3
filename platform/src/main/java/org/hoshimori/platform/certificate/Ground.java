package org.hoshimori.platform.certificate;

import java.util.List;
import java.util.Optional;
import org.hoshimori.platform.assessment.Assessment;
import org.hoshimori.platform.assessment.Frozen;
import org.hoshimori.platform.assurance.Confirmation;
import org.hoshimori.platform.assurance.Pledge;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Evaluation;

/// Everything a registration rests on, at one moment, with what the machine's checks found.
public record Ground(
        Assessment assessment,
        Edition edition,
        Evaluation evaluation,
        Optional<Frozen> frozen,
        Optional<Confirmation> confirmation,
        Optional<Pledge> pledge,
        List<Check> checks) {

    public Ground {
        checks = List.copyOf(checks);
    }

    /// The checks that stand in the way.
    public List<Check> failing() {
        return checks.stream().filter(Check::failed).toList();
    }
}
