package org.hoshimori.platform.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.organisation.Permission;
import org.hoshimori.platform.scheme.Editions;
import org.hoshimori.platform.trail.Trail;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.NotFound;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Begins assessments: empty ones, and next year's from last year's.
@Component
class Beginning {

    private final AssessmentRows assessments;
    private final AnswerRows answers;
    private final ScopeRows scopes;
    private final EvidenceLinks links;
    private final Organisations organisations;
    private final Editions editions;
    private final Rights rights;
    private final Trail trail;
    private final Clock clock;

    Beginning(
            AssessmentRows assessments,
            AnswerRows answers,
            ScopeRows scopes,
            EvidenceLinks links,
            Organisations organisations,
            Editions editions,
            Rights rights,
            Trail trail,
            Clock clock) {
        this.assessments = assessments;
        this.answers = answers;
        this.scopes = scopes;
        this.links = links;
        this.organisations = organisations;
        this.editions = editions;
        this.rights = rights;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    AssessmentId begin(Actor actor, OrganisationId organisation, String scheme, String level) {
        return begin(actor, organisation, newest(scheme, level), level);
    }

    /// @throws NotFound when the edition has no such level
    @Transactional
    AssessmentId begin(Actor actor, OrganisationId organisation, Edition edition, String level) {
        organisations.require(actor, organisation, Permission.EDIT);
        if (edition.level(level).isEmpty()) {
            throw new NotFound();
        }
        return add(actor, organisation, edition, level, Optional.empty()).id();
    }

    @Transactional
    AssessmentId renew(Actor actor, AssessmentId previous) {
        Assessment last = assessments.find(previous).orElseThrow(NotFound::new);
        rights.requireSubmit(actor, last);
        Edition edition = newest(last.scheme(), last.level());
        Assessment next =
                add(actor, last.organisation(), edition, last.level(), Optional.of(previous));
        List<String> asked = edition.criteriaOf(last.level()).stream().map(Criterion::id).toList();
        answers.suggest(next.id(), previous, asked);
        scopes.copy(previous, next.id());
        links.copy(previous, next.id(), asked, actor, clock.instant());
        return next.id();
    }

    Assessment add(
            Actor actor,
            OrganisationId organisation,
            Edition edition,
            String level,
            Optional<AssessmentId> renews) {
        var assessment =
                new Assessment(
                        new AssessmentId(UUID.randomUUID()),
                        organisation,
                        edition.scheme(),
                        edition.id(),
                        level,
                        Stage.DRAFT,
                        clock.instant(),
                        renews,
                        0);
        assessments.add(assessment, actor);
        trail.write(
                assessment
                        .id()
                        .happening(
                                actor,
                                organisation,
                                renews.isPresent() ? "assessment.renewed" : "assessment.begun",
                                Map.of("rule", edition.rule(), "level", level)));
        return assessment;
    }

    private Edition newest(String scheme, String level) {
        Edition edition = editions.newest(scheme, LocalDate.ofInstant(clock.instant(), Frame.ZONE));
        if (edition.level(level).isEmpty()) {
            throw new NotFound();
        }
        return edition;
    }
}
