package org.hoshimori.platform.notice;

import org.hoshimori.platform.certificate.ApplicationReceived;
import org.hoshimori.platform.certificate.ApplicationRefused;
import org.hoshimori.platform.certificate.CertificateExpired;
import org.hoshimori.platform.certificate.CertificateExpiring;
import org.hoshimori.platform.certificate.CertificateRegistered;
import org.hoshimori.platform.certificate.CertificateReinstated;
import org.hoshimori.platform.certificate.CertificateSuspended;
import org.hoshimori.platform.certificate.CertificateWithdrawn;
import org.hoshimori.platform.certificate.DutyFallsDue;
import org.hoshimori.platform.credential.CertificateNumber;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.organisation.Role;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Letters about a certificate and its clocks.
@Component
class CertificateLetters {

    private final Composer composer;

    CertificateLetters(Composer composer) {
        this.composer = composer;
    }

    @ApplicationModuleListener
    void askOperators(ApplicationReceived event) {
        composer.toOperators(
                Composer.Matter.of(
                        "application",
                        "/desk/operator/" + event.application().value(),
                        composer.company(event.organisation())));
    }

    @ApplicationModuleListener
    void tell(ApplicationRefused event) {
        composer.toCompany(
                event.organisation(),
                Composer.Matter.of(
                        "application-refused",
                        "/assessments/" + event.assessment().value(),
                        composer.company(event.organisation())),
                Role.OWNER,
                Role.EDITOR,
                Role.EXECUTIVE);
    }

    @ApplicationModuleListener
    void tell(CertificateRegistered event) {
        about("registered", event.certificate(), event.organisation());
    }

    @ApplicationModuleListener
    void tell(CertificateSuspended event) {
        about("suspended", event.certificate(), event.organisation());
    }

    @ApplicationModuleListener
    void tell(CertificateReinstated event) {
        about("reinstated", event.certificate(), event.organisation());
    }

    @ApplicationModuleListener
    void tell(CertificateWithdrawn event) {
        about("withdrawn", event.certificate(), event.organisation());
    }

    @ApplicationModuleListener
    void tell(CertificateExpired event) {
        about("expired", event.certificate(), event.organisation());
    }

    @ApplicationModuleListener
    void remind(CertificateExpiring event) {
        composer.toCompany(
                event.organisation(),
                Composer.Matter.of(
                        "expiring",
                        "/certificates/" + event.certificate().value(),
                        composer.company(event.organisation()),
                        event.certificate().value(),
                        event.days(),
                        event.validUntil()),
                Role.OWNER,
                Role.EDITOR);
    }

    @ApplicationModuleListener
    void remind(DutyFallsDue event) {
        composer.toCompany(
                event.organisation(),
                Composer.Matter.of(
                        "duty",
                        "/assessments/" + event.assessment().value(),
                        composer.company(event.organisation()),
                        event.criterion(),
                        event.due()),
                Role.OWNER,
                Role.EDITOR);
    }

    private void about(String kind, CertificateNumber number, OrganisationId organisation) {
        composer.toCompany(
                organisation,
                Composer.Matter.of(
                        kind,
                        "/certificates/" + number.value(),
                        composer.company(organisation),
                        number.value()),
                Role.OWNER,
                Role.EDITOR,
                Role.EXECUTIVE);
    }
}
