package org.hoshimori.platform.assurance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.assessment.AssessmentId;
import org.hoshimori.platform.assessment.Assessments;
import org.springframework.stereotype.Component;

/// The door to engagements, confirmations and pledges. Every method that takes an [Actor] checks
/// who acts; whoever may not know of an assessment gets [org.hoshimori.platform.web.NotFound].
@Component
public class Assurances {

    private final Assessments assessments;
    private final EngagementStore engagements;
    private final SigningStore signed;
    private final Invitations invitations;
    private final Reviews reviews;
    private final Confirmations confirmations;
    private final Pledges pledges;

    Assurances(
            Assessments assessments,
            EngagementStore engagements,
            SigningStore signed,
            Invitations invitations,
            Reviews reviews,
            Confirmations confirmations,
            Pledges pledges) {
        this.assessments = assessments;
        this.engagements = engagements;
        this.signed = signed;
        this.invitations = invitations;
        this.reviews = reviews;
        this.confirmations = confirmations;
        this.pledges = pledges;
    }

    public Optional<Engagement> engagement(UUID id) {
        return engagements.find(id);
    }

    /// The expert who is invited or engaged now.
    public Optional<Engagement> engaged(AssessmentId assessment) {
        return engagements.open(assessment);
    }

    /// Every engagement of an assessment, newest first.
    public List<Engagement> engagements(AssessmentId assessment) {
        return engagements.of(assessment);
    }

    /// What a person has on the expert's desk, open ones first.
    public List<Engagement> queue(Actor actor) {
        return engagements.queue(actor.id(), actor.email());
    }

    /// The newest check of independence in an engagement.
    public Optional<Independence> lastCheck(UUID engagement) {
        return engagements.lastCheck(engagement);
    }

    /// An owner or editor invites an expert to a declared assessment, by mail address.
    public Invited invite(Actor actor, AssessmentId assessment, String email, String message) {
        return invitations.invite(actor, assessments.get(assessment), email, message);
    }

    /// The invited expert says yes, with the declaration.
    public Accepted accept(Actor expert, AssessmentId assessment, Declaration declaration) {
        return invitations.accept(expert, assessments.get(assessment), declaration);
    }

    /// The expert says no, or steps down.
    public void decline(Actor expert, AssessmentId assessment, String reason) {
        invitations.decline(expert, assessments.get(assessment), reason);
    }

    /// The company ends the engagement.
    public void withdraw(Actor actor, AssessmentId assessment, String reason) {
        invitations.withdraw(actor, assessments.get(assessment), reason);
    }

    /// Opens the assessment for its engaged expert, and notes that it was read.
    public Review open(Actor expert, AssessmentId assessment) {
        return reviews.open(expert, assessments.get(assessment));
    }

    /// Marks the answer as it stands now.
    public void mark(
            Actor expert,
            AssessmentId assessment,
            String criterion,
            Mark.Kind kind,
            String comment) {
        reviews.mark(expert, assessments.get(assessment), criterion, kind, comment);
    }

    public void erase(Actor expert, AssessmentId assessment, String criterion) {
        reviews.erase(expert, assessments.get(assessment), criterion);
    }

    /// Returns every criterion marked with a question.
    ///
    /// @return how many; 0 when there is none, or one has no comment
    public int giveBack(Actor expert, AssessmentId assessment) {
        return reviews.giveBack(expert, assessments.get(assessment));
    }

    public void returnItems(Actor expert, AssessmentId assessment, Map<String, String> comments) {
        reviews.returnItems(expert, assessments.get(assessment), comments);
    }

    /// Puts the statement before the expert. Sign it with [Signatures#options] over
    /// [Draft#statement].
    public Preparation prepareConfirmation(Actor expert, AssessmentId assessment) {
        return confirmations.prepare(expert, assessments.get(assessment));
    }

    public Confirmed confirm(
            Actor expert, AssessmentId assessment, UUID draft, String credentialJson) {
        return confirmations.confirm(expert, assessments.get(assessment), draft, credentialJson);
    }

    /// @param title the executive's title, such as 代表取締役
    public Preparation preparePledge(Actor executive, AssessmentId assessment, String title) {
        return pledges.prepare(executive, assessments.get(assessment), title);
    }

    public Pledged pledge(
            Actor executive, AssessmentId assessment, UUID draft, String credentialJson) {
        return pledges.pledge(executive, assessments.get(assessment), draft, credentialJson);
    }

    /// A statement put before this person, for the signing options.
    Optional<Draft> draft(Actor actor, Draft.Kind kind, AssessmentId assessment, UUID id) {
        return signed.draft(id, kind, assessment, actor.id());
    }

    public Optional<Confirmation> confirmation(AssessmentId assessment) {
        return signed.confirmation(assessment);
    }

    public Optional<Pledge> pledge(AssessmentId assessment) {
        return signed.pledge(assessment);
    }
}
