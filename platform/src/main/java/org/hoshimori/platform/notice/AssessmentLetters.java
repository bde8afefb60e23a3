package org.hoshimori.platform.notice;

import org.hoshimori.platform.assessment.AdviserInvited;
import org.hoshimori.platform.assessment.Assessment;
import org.hoshimori.platform.assessment.AssessmentId;
import org.hoshimori.platform.assessment.AssessmentReturned;
import org.hoshimori.platform.assessment.Assessments;
import org.hoshimori.platform.assurance.AssessmentConfirmed;
import org.hoshimori.platform.assurance.AssessmentPledged;
import org.hoshimori.platform.assurance.Assurances;
import org.hoshimori.platform.assurance.ExpertAccepted;
import org.hoshimori.platform.assurance.ExpertDeclined;
import org.hoshimori.platform.assurance.ExpertInvited;
import org.hoshimori.platform.organisation.Role;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Letters about an assessment on its way: to helpers, the expert, and the company's people whose
/// turn it is.
@Component
class AssessmentLetters {

    private final Composer composer;
    private final Assessments assessments;
    private final Assurances assurances;

    AssessmentLetters(Composer composer, Assessments assessments, Assurances assurances) {
        this.composer = composer;
        this.assessments = assessments;
        this.assurances = assurances;
    }

    @ApplicationModuleListener
    void inviteHelper(AdviserInvited event) {
        composer.to(
                event.email(),
                Composer.Matter.of(
                        "adviser",
                        "/assessments/invitations/" + event.invitation(),
                        company(event.assessment())));
    }

    @ApplicationModuleListener
    void inviteExpert(ExpertInvited event) {
        assurances
                .engagement(event.engagement())
                .ifPresent(engagement ->
                        composer.to(
                                engagement.email(),
                                Composer.Matter.of(
                                                "expert-invited",
                                                "/desk/expert/" + event.assessment().value(),
                                                composer.company(engagement.organisation()))
                                        .quoting(engagement.message())));
    }

    @ApplicationModuleListener
    void tellOfAcceptance(ExpertAccepted event) {
        toEditors(event.assessment(), "expert-accepted", "");
    }

    @ApplicationModuleListener
    void tellOfRefusal(ExpertDeclined event) {
        String reason =
                assurances
                        .engagement(event.engagement())
                        .map(engagement -> engagement.reason())
                        .orElse("");
        composer.toCompany(
                assessment(event.assessment()).organisation(),
                matter(event.assessment(), "expert-declined", "/expert").quoting(reason),
                Role.OWNER,
                Role.EDITOR);
    }

    @ApplicationModuleListener
    void tellOfReturn(AssessmentReturned event) {
        toEditors(event.assessment(), "returned", "");
    }

    @ApplicationModuleListener
    void askForPledge(AssessmentConfirmed event) {
        composer.toCompany(
                assessment(event.assessment()).organisation(),
                matter(event.assessment(), "confirmed", "/pledge"),
                Role.OWNER,
                Role.EXECUTIVE);
    }

    @ApplicationModuleListener
    void tellOfPledge(AssessmentPledged event) {
        toEditors(event.assessment(), "pledged", "/apply");
    }

    private void toEditors(AssessmentId id, String kind, String page) {
        composer.toCompany(
                assessment(id).organisation(), matter(id, kind, page), Role.OWNER, Role.EDITOR);
    }

    private Composer.Matter matter(AssessmentId id, String kind, String page) {
        return Composer.Matter.of(kind, "/assessments/" + id.value() + page, company(id));
    }

    private String company(AssessmentId id) {
        return composer.company(assessment(id).organisation());
    }

    private Assessment assessment(AssessmentId id) {
        return assessments.get(id);
    }
}
