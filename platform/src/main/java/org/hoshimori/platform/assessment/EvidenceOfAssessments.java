package org.hoshimori.platform.assessment;

import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.evidence.Evidence;
import org.hoshimori.platform.evidence.EvidenceReaders;
import org.springframework.stereotype.Component;

/// Who reads an assessment reads the evidence attached to it.
@Component
class EvidenceOfAssessments implements EvidenceReaders {

    private final EvidenceLinks links;
    private final AssessmentRows assessments;
    private final Rights rights;

    EvidenceOfAssessments(EvidenceLinks links, AssessmentRows assessments, Rights rights) {
        this.links = links;
        this.assessments = assessments;
        this.rights = rights;
    }

    @Override
    public boolean mayRead(Actor actor, Evidence evidence) {
        return assessments.all(links.with(evidence.id())).stream()
                .anyMatch(assessment -> rights.mayRead(actor, assessment));
    }
}
