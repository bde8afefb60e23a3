package org.hoshimori.platform.certificate;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hoshimori.platform.assessment.Assessments;
import org.hoshimori.platform.assessment.DutyDue;
import org.hoshimori.platform.web.Frame;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells of what comes near: the last day of a certificate, and duties to be done again.
///
/// A table remembers what was told, so that each is told once though several instances look; when
/// nobody looked for a while, only the nearest of several reminders is sent.
@Component
class Deadlines {

    /// Days before the last day, nearest first.
    static final List<Integer> BEFORE = List.of(7, 30, 60, 90);

    private static final int DUTY_DAYS = 30;

    private final CertificateStore store;
    private final Assessments assessments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Deadlines(
            CertificateStore store,
            Assessments assessments,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.assessments = assessments;
        this.events = events;
        this.clock = clock;
    }

    /// @return how many were told
    @Transactional
    public int tell() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, Frame.ZONE);
        int told = 0;
        for (Certificate certificate : store.ending(today, today.plusDays(BEFORE.getLast()))) {
            LocalDate last = certificate.facts().validUntil();
            long left = ChronoUnit.DAYS.between(today, last);
            int days = BEFORE.stream().filter(one -> left <= one).findFirst().orElseThrow();
            if (store.tell("certificate:" + certificate.number(), "ends-in-" + days, last, now)) {
                events.publishEvent(
                        new CertificateExpiring(
                                certificate.number(), certificate.organisation(), days, last));
                told++;
            }
        }
        for (DutyDue duty : assessments.dutiesDue(today.plusDays(DUTY_DAYS))) {
            if (store.tell(
                    "assessment:" + duty.assessment(),
                    "duty-" + duty.criterion(),
                    duty.due(),
                    now)) {
                events.publishEvent(
                        new DutyFallsDue(
                                duty.assessment(),
                                duty.organisation(),
                                duty.criterion(),
                                duty.due()));
                told++;
            }
        }
        return told;
    }
}
