package org.hoshimori.platform.demo;

import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.assessment.AssessmentId;
import org.hoshimori.platform.certificate.Applied;
import org.hoshimori.platform.certificate.Certificate;
import org.hoshimori.platform.certificate.Certificates;
import org.hoshimori.platform.certificate.Changed;
import org.hoshimori.platform.certificate.Decided;
import org.hoshimori.platform.organisation.OrganisationId;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// The sample's operator at work.
@Component
@Profile("demo")
class Registrar {

    private final Certificates certificates;

    Registrar(Certificates certificates) {
        this.certificates = certificates;
    }

    void apply(Actor owner, AssessmentId assessment) {
        Assurer.expect(Applied.Received.class, certificates.apply(owner, assessment));
    }

    void register(Actor operator, AssessmentId assessment) {
        var application = certificates.application(assessment).orElseThrow();
        Assurer.expect(Decided.Registered.class, certificates.register(operator, application.id()));
    }

    void refuse(Actor operator, AssessmentId assessment, String reason) {
        var application = certificates.application(assessment).orElseThrow();
        Assurer.expect(
                Decided.Refused.class, certificates.refuse(operator, application.id(), reason));
    }

    void suspend(Actor operator, OrganisationId organisation, String reason) {
        Assurer.expect(
                Changed.Done.class,
                certificates.suspend(operator, newest(organisation).number(), reason));
    }

    void withdraw(Actor owner, OrganisationId organisation, String reason) {
        Assurer.expect(
                Changed.Done.class,
                certificates.withdraw(owner, newest(organisation).number(), reason));
    }

    void reinstate(Actor operator, OrganisationId organisation, String reason) {
        Assurer.expect(
                Changed.Done.class,
                certificates.reinstate(operator, newest(organisation).number(), reason));
    }

    private Certificate newest(OrganisationId organisation) {
        return certificates.of(organisation).getFirst();
    }
}
