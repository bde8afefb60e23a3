package org.hoshimori.platform.assessment;

import java.util.List;
import java.util.Map;
import org.hoshimori.platform.scheme.Editions;
import org.hoshimori.rules.Edition;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads snapshots: one statement per concern, however many criteria there are.
@Component
class Snapshots {

    private final AnswerRows answers;
    private final ScopeRows scopes;
    private final DeclarationRows declarations;
    private final Editions editions;

    Snapshots(
            AnswerRows answers, ScopeRows scopes, DeclarationRows declarations, Editions editions) {
        this.answers = answers;
        this.scopes = scopes;
        this.declarations = declarations;
        this.editions = editions;
    }

    @Transactional(readOnly = true)
    Snapshot of(Assessment assessment) {
        Edition edition = editions.get(assessment.scheme(), assessment.edition());
        Map<String, Answer> found = answers.of(assessment.id());
        return new Snapshot(
                assessment,
                edition,
                found,
                assessment.renews().isPresent() ? answers.suggestions(assessment.id()) : Map.of(),
                new Returns(
                        assessment.stage() == Stage.DRAFT
                                ? List.of()
                                : declarations.returnedItems(assessment.id())),
                scopes.of(assessment.id()),
                Snapshot.evaluate(edition, assessment.level(), found));
    }
}
