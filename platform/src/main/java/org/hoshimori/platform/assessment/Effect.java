package org.hoshimori.platform.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hoshimori.platform.scheme.Succession;
import org.hoshimori.rules.Evaluation;

/// What another edition would make of one assessment's answers.
///
/// @param now as it stands, under its own edition
/// @param then with what asks the same
/// @param affirmed the same, and everything that is to be affirmed affirmed as it was
/// @param carried how many answers go over
/// @param toAffirm how many old answers wait to be affirmed
/// @param open criteria that nobody was asked before
public record Effect(
        Succession succession,
        String level,
        Evaluation now,
        Evaluation then,
        Evaluation affirmed,
        int carried,
        List<Succession.Step> toAffirm,
        List<Succession.Step> open) {

    /// How a level that was met stands under the other edition.
    public enum Outcome {
        /// Was not met, so nothing is lost.
        NOT_MET_BEFORE,
        STAYS_MET,
        /// Met once the old answers are affirmed.
        TO_AFFIRM,
        /// Something new has to be done.
        FALLS;

        static Outcome of(boolean now, boolean then, boolean affirmed) {
            if (!now) {
                return NOT_MET_BEFORE;
            }
            return then ? STAYS_MET : affirmed ? TO_AFFIRM : FALLS;
        }

        /// Whether a level that was met is not any more.
        boolean loses() {
            return this == TO_AFFIRM || this == FALLS;
        }
    }

    static Effect of(Succession succession, String level, Map<String, Answer> answers) {
        Map<String, Answer> carried = new HashMap<>();
        Map<String, Answer> affirmed = new HashMap<>();
        List<Succession.Step> toAffirm = new ArrayList<>();
        for (Succession.Kind kind : List.of(Succession.Kind.CARRIED, Succession.Kind.TO_AFFIRM)) {
            for (Succession.Step step : succession.steps(level, kind)) {
                Answer answer = answers.get(step.before().orElseThrow().id());
                if (answer == null || !Moving.understood(answer, succession.after(), step)) {
                    continue;
                }
                affirmed.put(step.after().id(), answer);
                if (kind == Succession.Kind.CARRIED) {
                    carried.put(step.after().id(), answer);
                } else {
                    toAffirm.add(step);
                }
            }
        }
        return new Effect(
                succession,
                level,
                Snapshot.evaluate(succession.before(), level, answers),
                Snapshot.evaluate(succession.after(), level, carried),
                Snapshot.evaluate(succession.after(), level, affirmed),
                carried.size(),
                List.copyOf(toAffirm),
                succession.steps(level, Succession.Kind.NEW));
    }

    public Outcome outcome() {
        return Outcome.of(now.met(), then.met(), affirmed.met());
    }
}
