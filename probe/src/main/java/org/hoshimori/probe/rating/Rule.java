package org.hoshimori.probe.rating;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hoshimori.probe.Outcome;
import org.hoshimori.probe.Text;

/// When a look counts against its asset, how much, and why.
///
/// @param check whose observations it reads
/// @param fails any of these makes a finding
/// @param applies any of these must hold first; empty for always
/// @param unsure any of these makes the finding unsure: a quarter of its weight, and no cap
/// @param fix key of the repair instructions
public record Rule(
        String id,
        Category category,
        Severity severity,
        String check,
        Text title,
        Text reason,
        List<Condition> fails,
        List<Condition> applies,
        List<Condition> unsure,
        String fix) {

    public Rule {
        fails = List.copyOf(fails);
        applies = List.copyOf(applies);
        unsure = List.copyOf(unsure);
    }

    /// What this rule says of one asset.
    enum Judgement {
        CLEAN,
        FAILS,
        FAILS_UNSURE
    }

    /// @param looks the settled outcome of a check on the asset, if there is one
    /// @return nothing when the asset was not looked at
    Optional<Judgement> judge(Function<String, Optional<Outcome>> looks) {
        if (looks.apply(check).isEmpty()) {
            return Optional.empty();
        }
        if (!applies.isEmpty() && !any(applies, looks) || !any(fails, looks)) {
            return Optional.of(Judgement.CLEAN);
        }
        return Optional.of(any(unsure, looks) ? Judgement.FAILS_UNSURE : Judgement.FAILS);
    }

    private boolean any(List<Condition> conditions, Function<String, Optional<Outcome>> looks) {
        return conditions.stream()
                .anyMatch(condition ->
                        looks.apply(condition.check().isEmpty() ? check : condition.check())
                                .filter(condition::holds)
                                .isPresent());
    }
}
