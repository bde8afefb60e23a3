package org.hoshimori.platform.assessment;

import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.scheme.Editions;
import org.hoshimori.platform.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Opens an assessment for a person: the head of its pages, after asking whether they may read it.
@Component
public class Heads {

    private final AssessmentRows assessments;
    private final Organisations organisations;
    private final Editions editions;
    private final Rights rights;

    Heads(
            AssessmentRows assessments,
            Organisations organisations,
            Editions editions,
            Rights rights) {
        this.assessments = assessments;
        this.organisations = organisations;
        this.editions = editions;
        this.rights = rights;
    }

    /// @throws NotFound when there is no such assessment for this person
    @Transactional(readOnly = true)
    public Head of(Actor actor, AssessmentId id) {
        Assessment assessment = assessments.find(id).orElseThrow(NotFound::new);
        Rights.Allowed allowed = rights.of(actor, assessment);
        if (!allowed.read()) {
            throw new NotFound();
        }
        return new Head(
                assessment,
                editions.get(assessment.scheme(), assessment.edition()),
                organisations.get(assessment.organisation()),
                allowed.edit(),
                allowed.submit());
    }
}
