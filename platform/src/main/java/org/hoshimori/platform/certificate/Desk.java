package org.hoshimori.platform.certificate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.hoshimori.platform.account.Account;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.assessment.Assessment;
import org.hoshimori.platform.assessment.Assessments;
import org.hoshimori.platform.assessment.Stage;
import org.hoshimori.platform.organisation.Organisation;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What lies on the operator's desk.
@Component
class Desk {

    /// More than this is no queue but a heap; the filter finds the rest.
    private static final int MOST = 500;

    private final ApplicationStore applications;
    private final CertificateStore certificates;
    private final Grounds grounds;
    private final Assessments assessments;
    private final Organisations organisations;
    private final Accounts accounts;
    private final Clock clock;

    Desk(
            ApplicationStore applications,
            CertificateStore certificates,
            Grounds grounds,
            Assessments assessments,
            Organisations organisations,
            Accounts accounts,
            Clock clock) {
        this.applications = applications;
        this.certificates = certificates;
        this.grounds = grounds;
        this.assessments = assessments;
        this.organisations = organisations;
        this.accounts = accounts;
        this.clock = clock;
    }

    static void requireOperator(Actor actor) {
        if (!actor.operator()) {
            throw new NotFound();
        }
    }

    /// @param wanted part of a company's name; empty: all
    List<QueueLine> queue(
            Frame frame, Actor operator, Application.Decision decision, String wanted) {
        requireOperator(operator);
        List<Application> found = applications.all(decision, MOST);
        var companies = organisations.all(found.stream().map(Application::organisation).toList());
        var all = assessments.all(found.stream().map(Application::assessment).toList());
        return found.stream()
                .map(one ->
                        line(
                                frame,
                                one,
                                Objects.requireNonNull(all.get(one.assessment())),
                                name(companies.get(one.organisation()))))
                .filter(line -> line.company().contains(wanted.strip()))
                .toList();
    }

    private static String name(@Nullable Organisation company) {
        return company == null ? "–" : company.name();
    }

    private QueueLine line(
            Frame frame, Application application, Assessment assessment, String company) {
        var level = assessments.edition(assessment).level(assessment.level()).orElseThrow().title();
        Instant end = application.decidedAt().orElse(clock.instant());
        return new QueueLine(
                application,
                company,
                frame.pick(level.ja(), level.en()),
                assessment.renews().isPresent(),
                Duration.between(application.appliedAt(), end).toDays());
    }

    Dossier dossier(Actor operator, ApplicationId id) {
        requireOperator(operator);
        Application application = applications.find(id).orElseThrow(NotFound::new);
        Assessment assessment = assessments.get(application.assessment());
        Stage stage =
                switch (application.decision()) {
                    case WAITING -> Stage.APPLIED;
                    case REGISTERED -> Stage.REGISTERED;
                    case REFUSED -> assessment.stage();
                };
        Ground ground = grounds.of(assessment, stage);
        return new Dossier(
                application,
                organisations.get(application.organisation()),
                accounts.find(application.appliedBy()).map(Account::name).orElse("–"),
                ground,
                FrozenContent.of(ground.frozen().orElseThrow()),
                certificates.of(application.organisation()));
    }

    /// @param living whether those that can still change are wanted, or those that ended
    List<Certificate> certificates(Actor operator, boolean living, String wanted) {
        requireOperator(operator);
        return certificates
                .in(
                        List.of(State.values()).stream()
                                .filter(state -> state.living() == living)
                                .toList(),
                        MOST)
                .stream()
                .filter(one ->
                        one.facts().holder().name().contains(wanted.strip())
                                || one.number().value().contains(wanted.strip()))
                .toList();
    }
}
