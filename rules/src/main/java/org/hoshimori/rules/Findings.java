package org.hoshimori.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a set of answers says about each criterion, after everything the catalogue knows was
/// applied: parts answered alone, stricter criteria that replace, higher levels that cover.
final class Findings {
    private final Edition edition;
    private final Map<String, Answer> answers;
    private final Outcome[] outcomes;

    Findings(Edition edition, Answers answers) {
        this.edition = edition;
        this.answers = answers.byCriterion();
        List<Criterion> criteria = edition.criteria();
        this.outcomes = new Outcome[criteria.size()];
        Arrays.fill(outcomes, Outcome.UNANSWERED);
        if (edition.manner().partsAnswerable()) {
            for (int i = 0; i < outcomes.length; i++) {
                outcomes[i] = own(criteria.get(i));
            }
        } else {
            // Going through the answers once is quicker than looking each criterion up in them.
            this.answers.forEach((id, answer) ->
                    edition.criterion(id)
                            .ifPresent(criterion ->
                                    outcomes[edition.index(criterion)] = outcome(answer)));
        }
        edition.linked().forEach(this::link);
    }

    Outcome outcome(Criterion criterion) {
        return outcomes[edition.index(criterion)];
    }

    @Nullable Answer answer(Criterion criterion) {
        return answers.get(criterion.id());
    }

    private Outcome own(Criterion criterion) {
        Outcome whole = outcome(answers.get(criterion.id()));
        return criterion.parts().isEmpty() ? whole : folded(criterion, whole);
    }

    private Outcome outcome(@Nullable Answer answer) {
        Outcome outcome = Outcome.of(answer);
        return outcome == Outcome.NOT_APPLICABLE_WITHOUT_REASON
                        && edition.manner().notApplicable() == NotApplicable.ACCEPTED
                ? Outcome.NOT_APPLICABLE
                : outcome;
    }

    /// The worst of the parts; a part without an answer of its own takes the whole's.
    private Outcome folded(Criterion criterion, Outcome whole) {
        List<Outcome> parts = new ArrayList<>();
        boolean any = false;
        for (Criterion.Part part : criterion.parts()) {
            Answer alone = answers.get(criterion.part(part));
            any |= alone != null;
            parts.add(alone == null ? whole : outcome(alone));
        }
        if (!any) {
            return whole;
        }
        for (Outcome worst : WORST_FIRST) {
            if (parts.contains(worst)) {
                return worst;
            }
        }
        return parts.contains(Outcome.MET) ? Outcome.MET : Outcome.NOT_APPLICABLE;
    }

    private static final List<Outcome> WORST_FIRST =
            List.of(
                    Outcome.NOT_MET,
                    Outcome.UNANSWERED,
                    Outcome.UNKNOWN,
                    Outcome.NOT_APPLICABLE_WITHOUT_REASON,
                    Outcome.PARTIAL);

    /// An open criterion takes what the criteria it is linked to say. Who said no is not overruled
    /// by a higher level, but is by a stricter replacement.
    private void link(Criterion criterion) {
        Outcome own = outcome(criterion);
        Links links = criterion.links();
        if (!own.passes() && !links.supersededBy().isEmpty() && allMet(links.supersededBy())) {
            outcomes[edition.index(criterion)] = Outcome.MET;
        } else if (own == Outcome.UNANSWERED && !links.coveredBy().isEmpty()) {
            outcomes[edition.index(criterion)] = worst(links.coveredBy());
        }
    }

    private boolean allMet(List<String> ids) {
        return ids.stream().allMatch(id -> linked(id) == Outcome.MET);
    }

    private Outcome worst(List<String> ids) {
        List<Outcome> all = ids.stream().map(this::linked).toList();
        for (Outcome worst : WORST_FIRST) {
            if (all.contains(worst)) {
                return worst;
            }
        }
        return all.contains(Outcome.MET) ? Outcome.MET : Outcome.NOT_APPLICABLE;
    }

    private Outcome linked(String id) {
        return outcome(edition.criterion(id).orElseThrow());
    }
}
