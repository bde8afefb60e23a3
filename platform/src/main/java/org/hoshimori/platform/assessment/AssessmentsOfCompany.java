package org.hoshimori.platform.assessment;

import java.util.List;
import java.util.Optional;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.organisation.CompanySections;
import org.hoshimori.platform.organisation.Organisation;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.organisation.Permission;
import org.hoshimori.platform.web.Frame;
import org.springframework.stereotype.Component;

/// The company page's part about its assessments, and what to do next with them.
@Component
class AssessmentsOfCompany implements CompanySections {

    private static final int ORDER = 20;

    private final Templates templates;
    private final AssessmentRows assessments;
    private final Snapshots snapshots;
    private final Organisations organisations;

    AssessmentsOfCompany(
            Templates templates,
            AssessmentRows assessments,
            Snapshots snapshots,
            Organisations organisations) {
        this.templates = templates;
        this.assessments = assessments;
        this.snapshots = snapshots;
        this.organisations = organisations;
    }

    @Override
    public Section section(Frame frame, Actor actor, Organisation organisation) {
        List<Gauge> gauges =
                assessments.of(organisation.id()).stream()
                        .map(snapshots::of)
                        .map(Benches::gauge)
                        .toList();
        boolean mayBegin = organisations.may(actor, organisation.id(), Permission.EDIT);
        return new Section(
                ORDER,
                mayBegin ? next(frame, organisation, gauges) : Optional.empty(),
                templates.assessmentSection(frame, organisation.id(), gauges, mayBegin));
    }

    private static Optional<NextStep> next(
            Frame frame, Organisation organisation, List<Gauge> gauges) {
        if (gauges.isEmpty()) {
            return Optional.of(
                    new NextStep(
                            frame.say("assessment.next.begin"),
                            "/companies/" + organisation.id() + "/assessments/new",
                            frame.say("assessment.begin")));
        }
        Gauge newest = gauges.getFirst();
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
