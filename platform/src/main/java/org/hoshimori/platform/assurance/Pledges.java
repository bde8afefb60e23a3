package org.hoshimori.platform.assurance;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.organisation.Permission;
import org.hoshimori.platform.trail.Trail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The pledge of conformity (自己適合宣誓): what is put before the executive, and the signature.
@Component
class Pledges {

    private final SigningStore store;
    private final Statements statements;
    private final Signatures signatures;
    private final Organisations organisations;
    private final Assessments assessments;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Pledges(
            SigningStore store,
            Statements statements,
            Signatures signatures,
            Organisations organisations,
            Assessments assessments,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.statements = statements;
        this.signatures = signatures;
        this.organisations = organisations;
        this.assessments = assessments;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public Preparation prepare(Actor actor, Assessment assessment, String title) {
        organisations.require(actor, assessment.organisation(), Permission.PLEDGE);
        Optional<Confirmation> confirmation = store.confirmation(assessment.id());
        List<Obstacle> obstacles = obstacles(actor, assessment, confirmation);
        if (!obstacles.isEmpty()) {
            return new Preparation.NotYet(obstacles);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var draft =
                new Draft(
                        UUID.randomUUID(),
                        Draft.Kind.PLEDGE,
                        assessment.id(),
                        actor.id(),
                        now,
                        title.strip(),
                        statements.pledge(
                                assessment,
                                confirmation.orElseThrow(),
                                actor.name(),
                                title.strip(),
                                now));
        store.keep(draft);
        return new Preparation.Ready(draft);
    }

    @Transactional
    public Pledged pledge(Actor actor, Assessment unlocked, UUID id, String credentialJson) {
        organisations.require(actor, unlocked.organisation(), Permission.PLEDGE);
        Assessment assessment = assessments.lock(unlocked.id());
        Optional<Confirmation> confirmation = store.confirmation(assessment.id());
        List<Obstacle> obstacles = obstacles(actor, assessment, confirmation);
        if (!obstacles.isEmpty()) {
            return new Pledged.NotYet(obstacles);
        }
        Optional<Draft> found = store.draft(id, Draft.Kind.PLEDGE, assessment.id(), actor.id());
        if (found.isEmpty() || !found.get().validAt(clock.instant())) {
            return new Pledged.Stale();
        }
        Draft draft = found.get();
        byte[] now =
                statements.pledge(
                        assessment,
                        confirmation.orElseThrow(),
                        actor.name(),
                        draft.title(),
                        draft.at());
        if (!Arrays.equals(now, draft.statement())) {
            return new Pledged.Stale();
        }
        return switch (signatures.check(actor, now, credentialJson)) {
            case Signatures.Outcome.Refused(String reason) -> new Pledged.Refused(reason);
            case Signatures.Outcome.Signed(Signatures.Signature signature) ->
                    new Pledged.Done(
                            signed(
                                    actor,
                                    assessment,
                                    confirmation.orElseThrow(),
                                    draft,
                                    signature));
        };
    }

    private Pledge signed(
            Actor actor,
            Assessment assessment,
            Confirmation confirmation,
            Draft draft,
            Signatures.Signature signature) {
        var pledge =
                new Pledge(
                        UUID.randomUUID(),
                        assessment.id(),
                        confirmation.id(),
                        actor.id(),
                        actor.name(),
                        draft.title(),
                        draft.at(),
                        draft.statement(),
                        draft.digest(),
                        signature);
        store.insert(pledge);
        store.forget(draft);
        assessments.pledged(actor, assessment.id());
        trail.write(
                assessment
                        .id()
                        .happening(
                                actor,
                                assessment.organisation(),
                                "assessment.signed-by-executive",
                                Map.of("executive", actor.name(), "statement", pledge.digest())));
        events.publishEvent(new AssessmentPledged(assessment.id()));
        return pledge;
    }

    private List<Obstacle> obstacles(
            Actor actor, Assessment assessment, Optional<Confirmation> confirmation) {
        if (assessment.stage() != Stage.CONFIRMED || confirmation.isEmpty()) {
            return List.of(Obstacle.STAGE);
        }
        return confirmation.get().by().account().equals(actor.id())
                ? List.of(Obstacle.SAME_PERSON)
                : List.of();
    }
}
