package org.hoshimori.platform.assurance;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.platform.account.Account;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.assessment.Assessment;
import org.hoshimori.platform.assessment.Assessments;
import org.hoshimori.platform.assessment.Stage;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.organisation.Permission;
import org.hoshimori.platform.trail.Trail;
import org.hoshimori.platform.web.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Inviting an expert, the expert's answer, and the end of an engagement.
@Component
class Invitations {

    private final EngagementStore store;
    private final Ties ties;
    private final Experts experts;
    private final Accounts accounts;
    private final Organisations organisations;
    private final Assessments assessments;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Invitations(
            EngagementStore store,
            Ties ties,
            Experts experts,
            Accounts accounts,
            Organisations organisations,
            Assessments assessments,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.ties = ties;
        this.experts = experts;
        this.accounts = accounts;
        this.organisations = organisations;
        this.assessments = assessments;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public Invited invite(Actor actor, Assessment assessment, String email, String message) {
        organisations.require(actor, assessment.organisation(), Permission.SUBMIT);
        if (assessment.stage() != Stage.DECLARED) {
            return new Invited.NotNow(assessment.stage());
        }
        Optional<Engagement> another = store.openLocked(assessment.id());
        if (another.isPresent()) {
            return new Invited.Another(another.get());
        }
        if (!email.strip().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+") || email.length() > 254) {
            return new Invited.BadEmail();
        }
        Optional<AccountId> expert = accounts.findByEmail(email.strip()).map(Account::id);
        Optional<Independence> check =
                expert.map(known -> ties.check(known, assessment, Optional.empty()));
        if (check.isPresent() && check.get().refused()) {
            return new Invited.NotIndependent(check.get());
        }
        var engagement =
                new Engagement(
                        UUID.randomUUID(),
                        assessment.id(),
                        assessment.organisation(),
                        email.strip(),
                        expert,
                        Engagement.Stage.INVITED,
                        actor.id(),
                        clock.instant(),
                        message.strip(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "");
        store.insert(engagement);
        check.ifPresent(found -> store.checked(engagement.id(), Occasion.INVITATION, found));
        write(actor, engagement, "expert.invited", Map.of("email", engagement.email()));
        events.publishEvent(new ExpertInvited(engagement.id(), assessment.id()));
        return new Invited.Done(engagement);
    }

    @Transactional
    public Accepted accept(Actor actor, Assessment assessment, Declaration declaration) {
        Engagement engagement = invited(actor, assessment);
        if (experts.find(actor.id()).flatMap(e -> e.qualification(ties.today())).isEmpty()) {
            return new Accepted.NotQualified();
        }
        Independence check = ties.check(actor.id(), assessment, Optional.of(declaration));
        store.checked(engagement.id(), Occasion.ACCEPTANCE, check);
        if (check.refused()) {
            write(
                    actor,
                    engagement,
                    "expert.refused",
                    Map.of("rule", check.reasons().getFirst().tie().code()));
            return new Accepted.NotIndependent(check);
        }
        store.accept(engagement.id(), actor.id(), declaration, clock.instant());
        write(actor, engagement, "expert.accepted", Map.of("reader", actor.name()));
        events.publishEvent(new ExpertAccepted(engagement.id(), assessment.id()));
        return new Accepted.Done(store.find(engagement.id()).orElseThrow());
    }

    /// The expert says no before, or steps down after accepting.
    @Transactional
    public void decline(Actor actor, Assessment assessment, String reason) {
        Engagement engagement =
                store.openLocked(assessment.id())
                        .filter(open -> open.concerns(actor.id(), actor.email()))
                        .orElseThrow(NotFound::new);
        end(
                actor,
                engagement,
                engagement.stage() == Engagement.Stage.INVITED
                        ? Engagement.Stage.DECLINED
                        : Engagement.Stage.WITHDRAWN,
                reason);
    }

    /// The company takes the invitation or the engagement back.
    @Transactional
    public void withdraw(Actor actor, Assessment assessment, String reason) {
        organisations.require(actor, assessment.organisation(), Permission.SUBMIT);
        end(
                actor,
                store.openLocked(assessment.id()).orElseThrow(NotFound::new),
                Engagement.Stage.WITHDRAWN,
                reason);
    }

    private void end(Actor actor, Engagement engagement, Engagement.Stage stage, String reason) {
        store.end(engagement.id(), stage, actor.id(), reason.strip(), clock.instant());
        write(actor, engagement, "expert." + stage.code(), Map.of("reason", reason.strip()));
        events.publishEvent(new ExpertDeclined(engagement.id(), engagement.assessment()));
    }

    private Engagement invited(Actor actor, Assessment assessment) {
        return store.openLocked(assessment.id())
                .filter(open -> open.stage() == Engagement.Stage.INVITED)
                .filter(open -> open.concerns(actor.id(), actor.email()))
                .orElseThrow(NotFound::new);
    }

    private void write(
            Actor actor, Engagement engagement, String what, Map<String, String> details) {
        trail.write(
                engagement.assessment().happening(actor, engagement.organisation(), what, details));
    }
}
