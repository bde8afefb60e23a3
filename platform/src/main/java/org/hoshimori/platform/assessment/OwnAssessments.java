package org.hoshimori.platform.assessment;

import java.util.List;
import java.util.UUID;
import org.hoshimori.platform.api.Caller;
import org.hoshimori.platform.api.Kind;
import org.hoshimori.platform.api.Problem;
import org.hoshimori.platform.scheme.Editions;
import org.hoshimori.platform.web.NotFound;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Opens assessments for programs: those of the token's own company, whatever else the person who
/// made the token may see.
@Component
class OwnAssessments {

    private final AssessmentRows rows;
    private final Editions editions;
    private final Rights rights;

    OwnAssessments(AssessmentRows rows, Editions editions, Rights rights) {
        this.rows = rows;
        this.editions = editions;
        this.rights = rights;
    }

    /// @throws NotFound when there is none, or it is another company's
    @Transactional(readOnly = true)
    public Assessment read(Caller caller, UUID id) {
        return rows.find(new AssessmentId(id))
                .filter(found -> found.organisation().equals(caller.company()))
                .filter(found -> rights.mayRead(caller.actor(), found))
                .orElseThrow(NotFound::new);
    }

    /// @throws NotFound as [#read]
    /// @throws org.springframework.security.access.AccessDeniedException when the token's maker may
    ///   not answer it
    @Transactional(readOnly = true)
    public Assessment edit(Caller caller, UUID id) {
        Assessment found = read(caller, id);
        rights.requireEdit(caller.actor(), found);
        return found;
    }

    /// Like [#edit], and nobody else changes it until the caller's transaction ends.
    Assessment lock(Caller caller, UUID id) {
        edit(caller, id);
        return rows.lock(new AssessmentId(id)).orElseThrow(NotFound::new);
    }

    Edition edition(Assessment assessment) {
        return editions.get(assessment.scheme(), assessment.edition());
    }

    /// In the catalogue's order.
    List<Criterion> asked(Assessment assessment) {
        return edition(assessment).criteriaOf(assessment.level());
    }

    /// @throws NotFound when the level does not ask it
    Criterion asked(Assessment assessment, String criterion) {
        return asked(assessment).stream()
                .filter(each -> each.id().equals(criterion))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    static Problem closed(Stage stage) {
        return new Problem(Kind.CLOSED, stage.code()).with("stage", stage.code());
    }
}
