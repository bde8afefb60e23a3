package org.hoshimori.platform.certificate;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.assessment.Assessment;
import org.hoshimori.platform.assessment.AssessmentId;
import org.hoshimori.platform.assessment.Assessments;
import org.hoshimori.platform.assessment.Stage;
import org.hoshimori.platform.certificate.Application.Decision;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.organisation.Permission;
import org.hoshimori.platform.trail.Trail;
import org.hoshimori.platform.web.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Applications: from the company to the operator, and back when refused.
@Component
class Applications {

    private final ApplicationStore store;
    private final Grounds grounds;
    private final Registration registration;
    private final Assessments assessments;
    private final Organisations organisations;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Applications(
            ApplicationStore store,
            Grounds grounds,
            Registration registration,
            Assessments assessments,
            Organisations organisations,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.grounds = grounds;
        this.registration = registration;
        this.assessments = assessments;
        this.organisations = organisations;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /// Whether this person may apply for the company: an owner or an executive.
    boolean mayApply(Actor actor, Assessment assessment) {
        return organisations.may(actor, assessment.organisation(), Permission.ADMINISTER)
                || organisations.may(actor, assessment.organisation(), Permission.PLEDGE);
    }

    @Transactional
    public Applied apply(Actor actor, AssessmentId id) {
        organisations.require(actor, assessments.get(id).organisation(), Permission.READ);
        Assessment assessment = assessments.lock(id);
        if (!mayApply(actor, assessment)) {
            throw new AccessDeniedException("owners and executives apply");
        }
        List<Check> failing = grounds.of(assessment, Stage.PLEDGED).failing();
        if (!failing.isEmpty()) {
            return new Applied.NotReady(failing);
        }
        var application =
                new Application(
                        new ApplicationId(UUID.randomUUID()),
                        id,
                        assessment.organisation(),
                        Decision.WAITING,
                        clock.instant(),
                        actor.id(),
                        Optional.empty(),
                        Optional.empty(),
                        "");
        store.insert(application);
        assessments.applied(actor, id);
        write(actor, "certificate.applied", application, Map.of());
        events.publishEvent(
                new ApplicationReceived(application.id(), id, assessment.organisation()));
        return new Applied.Received(application.id());
    }

    @Transactional
    public Decided register(Actor operator, ApplicationId id) {
        Application application = waiting(operator, id);
        if (application.decision() != Decision.WAITING) {
            return new Decided.NotNow(application.decision());
        }
        Assessment assessment = assessments.lock(application.assessment());
        Ground ground = grounds.of(assessment, Stage.APPLIED);
        if (!ground.failing().isEmpty()) {
            return new Decided.Blocked(ground.failing());
        }
        Certificate certificate = registration.register(operator, application, ground);
        store.decide(id, Decision.REGISTERED, "", operator.id(), clock.instant());
        return new Decided.Registered(certificate.number());
    }

    @Transactional
    public Decided refuse(Actor operator, ApplicationId id, String reason) {
        Application application = waiting(operator, id);
        if (reason.isBlank()) {
            return new Decided.ReasonMissing();
        }
        if (application.decision() != Decision.WAITING) {
            return new Decided.NotNow(application.decision());
        }
        Instant now = clock.instant();
        assessments.lock(application.assessment());
        assessments.refused(operator, application.assessment());
        store.decide(id, Decision.REFUSED, reason.strip(), operator.id(), now);
        write(operator, "certificate.refused", application, Map.of("reason", reason.strip()));
        events.publishEvent(
                new ApplicationRefused(id, application.assessment(), application.organisation()));
        return new Decided.Refused();
    }

    private Application waiting(Actor operator, ApplicationId id) {
        if (!operator.operator()) {
            throw new NotFound();
        }
        return store.lock(id).orElseThrow(NotFound::new);
    }

    private void write(
            Actor actor, String what, Application application, Map<String, String> details) {
        trail.write(
                application
                        .assessment()
                        .happening(actor, application.organisation(), what, details));
    }
}
