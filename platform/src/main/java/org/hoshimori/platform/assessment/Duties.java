package org.hoshimori.platform.assessment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.scheme.Editions;
import org.hoshimori.platform.trail.Trail;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.NotFound;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Duty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The calendar of what criteria ask again and again.
///
/// A duty counts from the day it was last recorded as done; where none was recorded, from the day
/// the assessment was begun, because the answers say how things stood then.
@Component
class Duties {

    private final AssessmentRows assessments;
    private final DutyRows rows;
    private final Editions editions;
    private final Rights rights;
    private final Trail trail;
    private final Clock clock;

    Duties(
            AssessmentRows assessments,
            DutyRows rows,
            Editions editions,
            Rights rights,
            Trail trail,
            Clock clock) {
        this.assessments = assessments;
        this.rows = rows;
        this.editions = editions;
        this.rights = rights;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<DutyDue> due(Assessment assessment) {
        return due(List.of(assessment));
    }

    @Transactional(readOnly = true)
    List<DutyDone> done(Assessment assessment) {
        return rows.of(List.of(assessment.id()));
    }

    /// Of all registered assessments; the newest of a company and level only, for a renewed one has
    /// handed its duties on.
    @Transactional(readOnly = true)
    List<DutyDue> due(LocalDate until) {
        // In one order always: two instances that tell of them must not wait for each other.
        Map<String, Assessment> newest = new LinkedHashMap<>();
        for (Assessment each : assessments.in(Stage.REGISTERED)) {
            newest.putIfAbsent(each.organisation() + each.scheme() + each.level(), each);
        }
        return due(newest.values()).stream().filter(duty -> !duty.due().isAfter(until)).toList();
    }

    @Transactional
    void record(Actor actor, AssessmentId id, String criterion, LocalDate day, String note) {
        Assessment assessment = assessments.find(id).orElseThrow(NotFound::new);
        rights.requireEdit(actor, assessment);
        if (due(assessment).stream().noneMatch(duty -> duty.criterion().equals(criterion))) {
            throw new NotFound();
        }
        String kept = note.strip().substring(0, Math.min(note.strip().length(), Scope.LONGEST));
        rows.add(new DutyDone(id, criterion, day, kept, actor.name()), actor, clock.instant());
        trail.write(
                id.happening(
                        actor,
                        assessment.organisation(),
                        "duty.done",
                        Map.of("criterion", criterion, "day", day.toString())));
    }

    private List<DutyDue> due(Collection<Assessment> those) {
        Map<String, LocalDate> done = new HashMap<>();
        for (DutyDone each : rows.of(those.stream().map(Assessment::id).toList())) {
            done.merge(
                    each.assessment() + each.criterion(),
                    each.day(),
                    (one, other) -> one.isAfter(other) ? one : other);
        }
        List<DutyDue> due = new ArrayList<>();
        for (Assessment assessment : those) {
            for (Criterion criterion :
                    editions.get(assessment.scheme(), assessment.edition())
                            .criteriaOf(assessment.level())) {
                Duty duty = criterion.duty();
                Integer months = duty == null ? null : duty.everyMonths();
                if (months != null) {
                    LocalDate last =
                            done.getOrDefault(
                                    assessment.id() + criterion.id(), day(assessment.createdAt()));
                    due.add(
                            new DutyDue(
                                    assessment.id(),
                                    assessment.organisation(),
                                    criterion.id(),
                                    months,
                                    last,
                                    last.plusMonths(months)));
                }
            }
        }
        due.sort(Comparator.comparing(DutyDue::due).thenComparing(DutyDue::criterion));
        return due;
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, Frame.ZONE);
    }
}
