package org.hoshimori.platform.assurance;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.account.Signatures;
import org.hoshimori.platform.assessment.Assessment;
import org.hoshimori.platform.assessment.Assessments;
import org.hoshimori.platform.assessment.Stage;
import org.hoshimori.platform.trail.Trail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The confirmation: what is put before the expert, and the expert's signature over it.
@Component
class Confirmations {

    private final SigningStore store;
    private final EngagementStore engagements;
    private final Reviews reviews;
    private final Experts experts;
    private final Ties ties;
    private final Statements statements;
    private final Signatures signatures;
    private final Assessments assessments;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Confirmations(
            SigningStore store,
            EngagementStore engagements,
            Reviews reviews,
            Experts experts,
            Ties ties,
            Statements statements,
            Signatures signatures,
            Assessments assessments,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.engagements = engagements;
        this.reviews = reviews;
        this.experts = experts;
        this.ties = ties;
        this.statements = statements;
        this.signatures = signatures;
        this.assessments = assessments;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /// Everything that a confirmation rests on, at one moment.
    private record Ground(
            Engagement engagement,
            Qualification qualification,
            Independence independence,
            byte[] statement) {}

    @Transactional
    public Preparation prepare(Actor actor, Assessment assessment) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Engagement engagement = reviews.engaged(actor, assessment);
        List<Obstacle> obstacles = obstacles(actor, assessment, engagement, now);
        if (!obstacles.isEmpty()) {
            return new Preparation.NotYet(obstacles);
        }
        var draft =
                new Draft(
                        UUID.randomUUID(),
                        Draft.Kind.CONFIRMATION,
                        assessment.id(),
                        actor.id(),
                        now,
                        "",
                        ground(actor, assessment, engagement, now).statement());
        store.keep(draft);
        return new Preparation.Ready(draft);
    }

    @Transactional
    public Confirmed confirm(Actor actor, Assessment unlocked, UUID id, String credentialJson) {
        Assessment assessment = assessments.lock(unlocked.id());
        Engagement engagement = reviews.engaged(actor, assessment);
        Instant now = clock.instant();
        List<Obstacle> obstacles = obstacles(actor, assessment, engagement, now);
        if (!obstacles.isEmpty()) {
            return new Confirmed.NotYet(obstacles);
        }
        Optional<Draft> draft =
                store.draft(id, Draft.Kind.CONFIRMATION, assessment.id(), actor.id());
        if (draft.isEmpty() || !draft.get().validAt(now)) {
            return new Confirmed.Stale();
        }
        Ground ground = ground(actor, assessment, engagement, draft.get().at());
        if (!Arrays.equals(ground.statement(), draft.get().statement())) {
            return new Confirmed.Stale();
        }
        return switch (signatures.check(actor, ground.statement(), credentialJson)) {
            case Signatures.Outcome.Refused(String reason) -> new Confirmed.Refused(reason);
            case Signatures.Outcome.Signed(Signatures.Signature signature) ->
                    new Confirmed.Done(signed(actor, assessment, ground, draft.get(), signature));
        };
    }

    private Confirmation signed(
            Actor actor,
            Assessment assessment,
            Ground ground,
            Draft draft,
            Signatures.Signature signature) {
        Qualification qualification = ground.qualification();
        var confirmation =
                new Confirmation(
                        UUID.randomUUID(),
                        assessment.id(),
                        new Confirmation.Signatory(
                                actor.id(),
                                actor.name(),
                                qualification.kind(),
                                qualification.name(),
                                qualification.number(),
                                qualification.validFrom(),
                                qualification.validUntil()),
                        ground.independence().statement(),
                        assessments.frozen(assessment.id()).orElseThrow().sha256(),
                        draft.at(),
                        draft.statement(),
                        draft.digest(),
                        signature);
        engagements.checked(ground.engagement().id(), Occasion.CONFIRMATION, ground.independence());
        store.insert(confirmation, ground.engagement().id());
        store.forget(draft);
        assessments.confirmed(actor, assessment.id());
        trail.write(
                assessment
                        .id()
                        .happening(
                                actor,
                                assessment.organisation(),
                                "assessment.signed-by-expert",
                                Map.of(
                                        "expert", actor.name(),
                                        "statement", confirmation.digest(),
                                        "frozen", confirmation.frozen())));
        events.publishEvent(new AssessmentConfirmed(assessment.id()));
        return confirmation;
    }

    private List<Obstacle> obstacles(
            Actor actor, Assessment assessment, Engagement engagement, Instant now) {
        if (assessment.stage() != Stage.DECLARED) {
            return List.of(Obstacle.STAGE);
        }
        List<Obstacle> obstacles = new ArrayList<>();
        if (qualification(actor).isEmpty()) {
            obstacles.add(Obstacle.NOT_QUALIFIED);
        }
        if (ties.check(actor.id(), assessment, engagement.declaration(), now).refused()) {
            obstacles.add(Obstacle.NOT_INDEPENDENT);
        }
        Review review = reviews.review(assessment, engagement);
        if (!review.questions().isEmpty()) {
            obstacles.add(Obstacle.QUESTIONS);
        } else if (!review.complete()) {
            obstacles.add(Obstacle.UNREVIEWED);
        }
        return obstacles;
    }

    private Ground ground(Actor actor, Assessment assessment, Engagement engagement, Instant at) {
        Qualification qualification = qualification(actor).orElseThrow();
        Independence independence =
                ties.check(actor.id(), assessment, engagement.declaration(), at);
        String relations = engagement.declaration().map(Declaration::others).orElse("");
        return new Ground(
                engagement,
                qualification,
                independence,
                statements.confirmation(
                        assessment, actor.name(), qualification, independence, relations, at));
    }

    private Optional<Qualification> qualification(Actor actor) {
        return experts.find(actor.id()).flatMap(expert -> expert.qualification(ties.today()));
    }
}
