package org.hoshimori.platform.assessment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.organisation.CompanySections;
import org.hoshimori.platform.organisation.Organisation;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.organisation.Permission;
import org.hoshimori.platform.scheme.Editions;
import org.hoshimori.platform.scheme.Titles;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.rules.Edition;
import org.springframework.stereotype.Component;

/// The company page's part about its assessments, and what to do next with them.
@Component
class AssessmentsOfCompany implements CompanySections {

    private static final int ORDER = 20;

    private final Templates templates;
    private final AssessmentRows assessments;
    private final AnswerRows answers;
    private final Editions editions;
    private final Snapshots snapshots;
    private final Organisations organisations;

    AssessmentsOfCompany(
            Templates templates,
            AssessmentRows assessments,
            AnswerRows answers,
            Editions editions,
            Snapshots snapshots,
            Organisations organisations) {
        this.templates = templates;
        this.assessments = assessments;
        this.answers = answers;
        this.editions = editions;
        this.snapshots = snapshots;
        this.organisations = organisations;
    }

    @Override
    public Section section(Frame frame, Actor actor, Organisation organisation) {
        List<Assessment> all = assessments.of(organisation.id());
        Map<AssessmentId, Map<String, Answer>> answered = answers.of(organisation.id());
        List<Standing> standings =
                all.stream()
                        .map(each -> standing(each, answered.getOrDefault(each.id(), Map.of())))
                        .toList();
        boolean mayBegin = organisations.may(actor, organisation.id(), Permission.EDIT);
        return new Section(
                ORDER,
                mayBegin ? next(frame, organisation, all) : Optional.empty(),
                templates.assessmentSection(frame, organisation.id(), standings, mayBegin));
    }

    private Standing standing(Assessment assessment, Map<String, Answer> answers) {
        Edition edition = editions.get(assessment.scheme(), assessment.edition());
        return new Standing(
                assessment,
                Titles.of(edition, edition.level(assessment.level()).orElseThrow()),
                Snapshot.evaluate(edition, assessment.level(), answers).counts());
    }

    private boolean registrable(Assessment assessment) {
        Edition edition = editions.get(assessment.scheme(), assessment.edition());
        return edition.registrable(edition.level(assessment.level()).orElseThrow());
    }

    private Optional<NextStep> next(Frame frame, Organisation organisation, List<Assessment> all) {
        // Self-checks in other schemes lead to no registration here.
        List<Assessment> newestFirst = all.stream().filter(this::registrable).toList();
        if (newestFirst.isEmpty()) {
            return Optional.of(
                    new NextStep(
                            frame.say("assessment.next.begin"),
                            "/companies/" + organisation.id() + "/assessments/new",
                            frame.say("assessment.begin")));
        }
        Gauge newest = Benches.gauge(snapshots.of(newestFirst.getFirst()));
        String path = "/assessments/" + newest.assessment().id();
        return switch (newest.assessment().stage()) {
            case DRAFT, RETURNED ->
                    Optional.of(
                            newest.complete()
                                    ? new NextStep(
                                            frame.say("assessment.next.declare"),
                                            path + "/declare",
                                            frame.say("assessment.tab.declare"))
                                    : new NextStep(
                                            frame.say(
                                                    "assessment.next.answer",
                                                    newest.left() + newest.gaps().size()),
                                            newest.gaps().isEmpty() ? path : path + "/scope",
                                            frame.say("assessment.begin.go-on")));
            case DECLARED ->
                    Optional.of(
                            new NextStep(
                                    frame.say("assessment.next.expert"),
                                    path + "/expert",
                                    frame.say("assessment.step.expert")));
            case CONFIRMED ->
                    Optional.of(
                            new NextStep(
                                    frame.say("assessment.next.pledge"),
                                    path + "/pledge",
                                    frame.say("assessment.step.pledge")));
            case PLEDGED ->
                    Optional.of(
                            new NextStep(
                                    frame.say("assessment.next.apply"),
                                    path + "/apply",
                                    frame.say("assessment.step.apply")));
            case APPLIED, REGISTERED, REFUSED -> Optional.empty();
        };
    }
}
