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

    private final CertificateStore store;
    private final ApplicationStore applications;
    private final Applications decisions;
    private final Life life;
    private final Deadlines deadlines;

    Certificates(
            CertificateStore store,
            ApplicationStore applications,
            Applications decisions,
            Life life,
            Deadlines deadlines) {
        this.store = store;
        this.applications = applications;
        this.decisions = decisions;
        this.life = life;
        this.deadlines = deadlines;
    }

    /// An owner or executive applies for the registration of a pledged assessment.
    public Applied apply(Actor actor, AssessmentId assessment) {
        return decisions.apply(actor, assessment);
    }

    /// The newest application for an assessment.
    public Optional<Application> application(AssessmentId assessment) {
        return applications.newest(assessment);
    }

    /// The operator registers: the assessment's stage, the entry in the register, the signed
    /// credential and the trail, or nothing of it.
    public Decided register(Actor operator, ApplicationId application) {
        return decisions.register(operator, application);
    }

    public Decided refuse(Actor operator, ApplicationId application, String reason) {
        return decisions.refuse(operator, application, reason);
    }

    public Changed suspend(Actor operator, CertificateNumber number, String reason) {
        return life.suspend(operator, number, reason);
    }

    public Changed reinstate(Actor operator, CertificateNumber number, String reason) {
        return life.reinstate(operator, number, reason);
    }

    /// The operator, or an owner of the company.
    public Changed withdraw(Actor actor, CertificateNumber number, String reason) {
        return life.withdraw(actor, number, reason);
    }

    public Optional<Certificate> find(CertificateNumber number) {
        return store.find(number);
    }

    /// The certificate of an assessment that was registered.
    public Optional<Certificate> of(AssessmentId assessment) {
        return store.of(assessment);
    }

    /// A company's certificates, newest first.
    public List<Certificate> of(OrganisationId organisation) {
        return store.of(organisation);
    }

    /// Marks what has run out as expired. A job calls it; so does whoever moved the clock.
    ///
    /// @return how many
    public int expire() {
        int all = 0;
        for (int some = life.expireSome(); some > 0; some = life.expireSome()) {
            all += some;
        }
        return all;
    }

    /// Tells of expiries and duties that come near, each once.
    ///
    /// @return how many were told
    public int remind() {
        return deadlines.tell();
    }
}
