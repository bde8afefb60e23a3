package org.hoshimori.platform.certificate;

import java.util.List;
import java.util.Optional;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.assessment.AssessmentId;
import org.hoshimori.platform.credential.CertificateNumber;
import org.hoshimori.platform.organisation.OrganisationId;
import org.springframework.stereotype.Component;

/// The door to certificates. Every method that takes an [Actor] checks who acts.
@Component
public class Certificates {

    Certificates() {}

    /// An owner or executive applies for the registration of a pledged assessment.
    public Applied apply(Actor actor, AssessmentId assessment) {
        throw new UnsupportedOperationException();
    }

    /// The newest application for an assessment.
    public Optional<Application> application(AssessmentId assessment) {
        throw new UnsupportedOperationException();
    }

    /// The operator registers: the assessment's stage, the entry in the register, the signed
    /// credential and the trail, or nothing of it.
    public Decided register(Actor operator, ApplicationId application) {
        throw new UnsupportedOperationException();
    }

    public Decided refuse(Actor operator, ApplicationId application, String reason) {
        throw new UnsupportedOperationException();
    }

    public Changed suspend(Actor operator, CertificateNumber number, String reason) {
        throw new UnsupportedOperationException();
    }

    public Changed reinstate(Actor operator, CertificateNumber number, String reason) {
        throw new UnsupportedOperationException();
    }

    /// The operator, or an owner of the company.
    public Changed withdraw(Actor actor, CertificateNumber number, String reason) {
        throw new UnsupportedOperationException();
    }

    public Optional<Certificate> find(CertificateNumber number) {
        throw new UnsupportedOperationException();
    }

    /// A company's certificates, newest first.
    public List<Certificate> of(OrganisationId organisation) {
        throw new UnsupportedOperationException();
    }

    /// Marks what has run out as expired. A job calls it; so does whoever moved the clock.
    ///
    /// @return how many
    public int expire() {
        throw new UnsupportedOperationException();
    }

    /// Tells of expiries and duties that come near, each once.
    ///
    /// @return how many were told
    public int remind() {
        throw new UnsupportedOperationException();
    }
}
