package org.hoshimori.platform.assessment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.organisation.CorporateNumber;
import org.hoshimori.platform.trail.Trail;
import org.hoshimori.platform.web.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Help from outside with one assessment: invited by the company, accepted by the invited, ended by
/// either.
@Component
class Advising {

    private static final Duration VALID = Duration.ofDays(14);

    private final AssessmentRows assessments;
    private final AdviserRows advisers;
    private final Rights rights;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Advising(
            AssessmentRows assessments,
            AdviserRows advisers,
            Rights rights,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.assessments = assessments;
        this.advisers = advisers;
        this.rights = rights;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /// @return the invitation, or empty when `email` is no mail address
    @Transactional
    Optional<UUID> invite(Actor actor, AssessmentId id, String email) {
        Assessment assessment = assessments.find(id).orElseThrow(NotFound::new);
        rights.requireSubmit(actor, assessment);
        String address = email.strip().toLowerCase(Locale.ROOT);
        if (!address.matches("[^\\s@<>,;:\"()]+@[^\\s@<>,;:\"()]+\\.[^\\s@<>,;:\"()]+")
                || address.length() > 254) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        var invitation =
                new AdviserInvitation(
                        UUID.randomUUID(),
                        id,
                        address,
                        now,
                        now.plus(VALID),
                        "",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        advisers.invite(invitation, actor);
        write(actor, assessment, "adviser.invited", Map.of("email", address));
        events.publishEvent(new AdviserInvited(id, invitation.id(), address));
        return Optional.of(invitation.id());
    }

    @Transactional(readOnly = true)
    List<AdviserInvitation> of(Actor actor, AssessmentId id) {
        rights.requireRead(actor, assessments.find(id).orElseThrow(NotFound::new));
        return advisers.of(id);
    }

    /// Shown to the invited person only.
    @Transactional(readOnly = true)
    Optional<AdviserInvitation> find(UUID invitation) {
        return advisers.find(invitation);
    }

    @Transactional
    Accepted accept(Actor actor, UUID invitation, String employer, String employerNumber) {
        AdviserInvitation found = advisers.find(invitation).orElseThrow(NotFound::new);
        if (!found.email().equals(actor.email().strip().toLowerCase(Locale.ROOT))) {
            return new Accepted.OtherPerson(found.email());
        }
        Optional<String> number =
                switch (CorporateNumber.parse(employerNumber)) {
                    case CorporateNumber.Reading.Read read -> Optional.of(read.number().value());
                    case CorporateNumber.Reading.Missing _ -> Optional.of("");
                    case CorporateNumber.Reading.NotDigits _ -> Optional.empty();
                    case CorporateNumber.Reading.WrongLength _ -> Optional.empty();
                    case CorporateNumber.Reading.WrongCheckDigit _ -> Optional.empty();
                };
        if (number.isEmpty()) {
            return new Accepted.WrongNumber();
        }
        String name = employer.strip();
        boolean done =
                advisers.accept(
                        invitation,
                        actor,
                        name.substring(0, Math.min(name.length(), 150)),
                        number.filter(digits -> !digits.isEmpty()),
                        clock.instant());
        if (!done) {
            return new Accepted.Gone();
        }
        Assessment assessment = assessments.find(found.assessment()).orElseThrow(NotFound::new);
        write(actor, assessment, "adviser.accepted", Map.of("employer", name));
        return new Accepted.Done(assessment.id());
    }

    /// Revokes an invitation, or ends the help: by the company, or by the adviser.
    @Transactional
    void end(Actor actor, AssessmentId id, UUID invitation) {
        Assessment assessment = assessments.find(id).orElseThrow(NotFound::new);
        AdviserInvitation found =
                advisers.of(id).stream()
                        .filter(each -> each.id().equals(invitation))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        if (!found.email().equals(actor.email().toLowerCase(Locale.ROOT))) {
            rights.requireSubmit(actor, assessment);
        }
        if (advisers.end(id, invitation, clock.instant())) {
            write(actor, assessment, "adviser.ended", Map.of("email", found.email()));
        }
    }

    private void write(
            Actor actor, Assessment assessment, String what, Map<String, String> details) {
        trail.write(assessment.id().happening(actor, assessment.organisation(), what, details));
    }
}
