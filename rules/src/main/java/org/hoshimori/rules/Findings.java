package org.hoshimori.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a set of answers says about each criterion, by number, after everything the catalogue knows
/// was applied: parts answered alone, stricter criteria that replace, higher levels that cover.
final class Findings {
    private final Index index;
    private final @Nullable Answer[] answers;
    private final Outcome[] outcomes;
    private final List<String> ignored = new ArrayList<>();

    Findings(Edition edition, Answers answers) {
        this.index = edition.index();
        this.answers = new Answer[index.size()];
        this.outcomes = new Outcome[index.size()];
        Arrays.fill(outcomes, Outcome.UNANSWERED);
        var parts = edition.manner().partsAnswerable() ? new Parts(index) : null;
        // Going through the answers once is quicker than looking each criterion up in them.
        answers.byCriterion()
                .forEach((id, answer) -> {
                    Index.Slot slot = index.slot(id);
                    if (slot == null) {
                        ignored.add(id);
                    } else if (slot.part() < 0) {
                        this.answers[slot.criterion()] = answer;
                        outcomes[slot.criterion()] = Outcome.of(answer).in(edition);
                    } else if (parts != null) {
                        parts.add(slot.criterion(), Outcome.of(answer).in(edition));
                    }
                });
        if (parts != null) {
            parts.fold(outcomes);
        }
        index.links().forEach(this::link);
    }

    Outcome outcome(int criterion) {
        return outcomes[criterion];
    }

    /// What was said about the criterion as a whole.
    @Nullable Answer answer(int criterion) {
        return answers[criterion];
    }

    /// Ids that were answered and that the edition does not know, sorted.
    List<String> ignored() {
        return ignored;
    }

    /// A criterion is as good as the worst of its parts; a part without an answer of its own takes
    /// the whole's.
    private static final class Parts {
        private final Index index;
        private final @Nullable Outcome[] worst;
        private final int[] answered;

        Parts(Index index) {
            this.index = index;
            this.worst = new Outcome[index.size()];
            this.answered = new int[index.size()];
        }

        void add(int criterion, Outcome outcome) {
            Outcome before = worst[criterion];
            worst[criterion] = before == null ? outcome : before.with(outcome);
            answered[criterion]++;
        }

        void fold(Outcome[] outcomes) {
            for (int i = 0; i < outcomes.length; i++) {
                Outcome parts = worst[i];
                if (parts != null) {
                    boolean all = answered[i] == index.criterion(i).parts().size();
                    outcomes[i] = all ? parts : parts.with(outcomes[i]);
                }
            }
        }
    }

    /// An open criterion takes what the criteria it is linked to say. Who said no is not overruled
    /// by a higher level, but is by a stricter replacement.
    private void link(Index.Link link) {
        Outcome own = outcomes[link.criterion()];
        if (!own.passes() && link.supersededBy().length > 0 && allMet(link.supersededBy())) {
            outcomes[link.criterion()] = Outcome.MET;
        } else if (own == Outcome.UNANSWERED && link.coveredBy().length > 0) {
            outcomes[link.criterion()] = worst(link.coveredBy());
        }
    }

    private boolean allMet(int[] criteria) {
        for (int criterion : criteria) {
            if (outcomes[criterion] != Outcome.MET) {
                return false;
            }
        }
        return true;
    }

    private Outcome worst(int[] criteria) {
        Outcome worst = outcomes[criteria[0]];
        for (int criterion : criteria) {
            worst = worst.with(outcomes[criterion]);
        }
        return worst;
    }
}
