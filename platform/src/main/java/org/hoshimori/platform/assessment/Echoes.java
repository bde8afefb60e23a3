package org.hoshimori.platform.assessment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hoshimori.platform.scheme.Editions;
import org.hoshimori.platform.scheme.Titles;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.crosswalk.Approach;
import org.springframework.stereotype.Component;

/// Finds what a company already answered elsewhere, with one statement, and with none where no
/// crosswalk leads.
@Component
class Echoes {

    /// More would hide the question.
    private static final int MOST = 5;

    private final AnswerRows answers;
    private final Editions editions;

    Echoes(AnswerRows answers, Editions editions) {
        this.answers = answers;
        this.editions = editions;
    }

    /// Whether any crosswalk leads to a criterion.
    boolean possible(Edition edition, String criterion) {
        return !approaches(edition, criterion).isEmpty();
    }

    /// What is related as a whole, by a label or a requirement, is nothing that anybody answers.
    private List<Approach> approaches(Edition edition, String criterion) {
        return editions.credits().approaches(edition, criterion).stream()
                .filter(each ->
                        editions.get(each.edition().scheme(), each.edition().edition())
                                .criterion(each.id())
                                .isPresent())
                .toList();
    }

    /// The nearest first.
    List<Echo> of(Assessment here, Pane pane) {
        List<Approach> approaches = approaches(pane.edition(), pane.id());
        if (approaches.isEmpty()) {
            return List.of();
        }
        List<Elsewhere> found =
                answers.elsewhere(
                        here.organisation(),
                        here.id(),
                        approaches.stream().map(each -> each.edition().scheme()).toList(),
                        approaches.stream().map(each -> each.edition().edition()).toList(),
                        approaches.stream().map(Approach::id).toList());
        List<Echo> echoes = new ArrayList<>();
        Set<Approach> told = new HashSet<>();
        for (Approach approach : approaches) {
            for (Elsewhere each : found) {
                if (same(approach, each) && speaks(each) && told.add(approach)) {
                    echoes.add(echo(approach, each));
                }
            }
        }
        return echoes.stream().limit(MOST).toList();
    }

    private Echo echo(Approach approach, Elsewhere each) {
        Edition edition = editions.get(each.scheme(), each.edition());
        return new Echo(
                each.assessment(),
                Titles.of(edition, edition.level(each.level()).orElseThrow()),
                each.said(),
                approach,
                each.said().value().flatMap(approach::carried));
    }

    private static boolean same(Approach approach, Elsewhere each) {
        return approach.id().equals(each.criterion())
                && approach.edition().scheme().equals(each.scheme())
                && approach.edition().edition().equals(each.edition());
    }

    /// "Unknown" and "not applicable" say nothing about another scheme (ADR 0021).
    private static boolean speaks(Elsewhere each) {
        return each.said()
                .value()
                .filter(value ->
                        value != AnswerValue.UNKNOWN && value != AnswerValue.NOT_APPLICABLE)
                .isPresent();
    }
}
