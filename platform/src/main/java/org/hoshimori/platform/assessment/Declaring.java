package org.hoshimori.platform.assessment;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.trail.Trail;
import org.hoshimori.platform.web.NotFound;
import org.hoshimori.rules.Edition;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Moves an assessment from stage to stage, and freezes it when it is declared.
@Component
class Declaring {

    private final AssessmentRows assessments;
    private final Snapshots snapshots;
    private final DeclarationRows declarations;
    private final Attachments attachments;
    private final Organisations organisations;
    private final Rights rights;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Declaring(
            AssessmentRows assessments,
            Snapshots snapshots,
            DeclarationRows declarations,
            Attachments attachments,
            Organisations organisations,
            Rights rights,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.assessments = assessments;
        this.snapshots = snapshots;
        this.declarations = declarations;
        this.attachments = attachments;
        this.organisations = organisations;
        this.rights = rights;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    Declared declare(Actor actor, AssessmentId id) {
        Assessment assessment = assessments.lock(id).orElseThrow(NotFound::new);
        rights.requireSubmit(actor, assessment);
        if (!assessment.stage().open()) {
            return new Declared.Closed(assessment.stage());
        }
        Snapshot snapshot = snapshots.of(assessment);
        Edition edition = snapshot.edition();
        if (!edition.registrable(edition.level(assessment.level()).orElseThrow())) {
            return new Declared.NeedsBody();
        }
        if (!snapshot.evaluation().met() || !snapshot.scope().complete()) {
            return new Declared.Incomplete(
                    snapshot.evaluation().missing(), snapshot.scope().gaps());
        }
        Frozen frozen =
                new Freezing(
                                organisations.get(assessment.organisation()),
                                assessment,
                                snapshot.scope(),
                                snapshot.evaluation(),
                                snapshot.answers(),
                                attachments.of(id),
                                declarations.of(id).size() + 1,
                                actor,
                                clock.instant())
                        .freeze();
        declarations.add(frozen);
        move(
                actor,
                assessment,
                Stage.DECLARED,
                Map.of(
                        "declaration",
                        Integer.toString(frozen.number()),
                        "sha256",
                        frozen.sha256()));
        events.publishEvent(new AssessmentDeclared(id));
        return new Declared.Done(frozen);
    }

    @Transactional
    boolean reopen(Actor actor, AssessmentId id) {
        Assessment assessment = assessments.lock(id).orElseThrow(NotFound::new);
        rights.requireSubmit(actor, assessment);
        if (assessment.stage() != Stage.DECLARED && assessment.stage() != Stage.REFUSED) {
            return false;
        }
        move(actor, assessment, Stage.DRAFT, Map.of());
        return true;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void returned(Actor actor, AssessmentId id, Map<String, String> comments) {
        Assessment assessment = in(id, Stage.DECLARED);
        declarations.returned(id, new TreeMap<>(comments), actor, clock.instant());
        move(
                actor,
                assessment,
                Stage.RETURNED,
                Map.of("criteria", String.join(" ", new TreeMap<>(comments).keySet())));
        events.publishEvent(new AssessmentReturned(id));
    }

    /// A transition that another module decided, in its transaction.
    @Transactional(propagation = Propagation.MANDATORY)
    void pass(Actor actor, AssessmentId id, Stage from, Stage to) {
        move(actor, in(id, from), to, Map.of());
    }

    private Assessment in(AssessmentId id, Stage expected) {
        Assessment assessment = assessments.lock(id).orElseThrow(NotFound::new);
        if (assessment.stage() != expected) {
            throw new IllegalStateException(
                    "assessment " + id + " is " + assessment.stage() + ", not " + expected);
        }
        return assessment;
    }

    private void move(Actor actor, Assessment assessment, Stage to, Map<String, String> details) {
        assessments.move(assessment.id(), to);
        trail.write(
                assessment
                        .id()
                        .happening(
                                actor,
                                assessment.organisation(),
                                "assessment." + (to == Stage.DRAFT ? "reopened" : to.code()),
                                details));
    }
}
