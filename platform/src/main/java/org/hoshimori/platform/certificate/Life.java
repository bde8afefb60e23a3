package org.hoshimori.platform.certificate;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.credential.CertificateNumber;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.organisation.Permission;
import org.hoshimori.platform.register.Entry;
import org.hoshimori.platform.register.Kind;
import org.hoshimori.platform.register.Register;
import org.hoshimori.platform.trail.Happening;
import org.hoshimori.platform.trail.Trail;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What happens to a certificate after its registration: every change of state is an entry of the
/// register in the same transaction.
@Component
class Life {

    /// Entries appended in one transaction when certificates run out.
    private static final int AT_ONCE = 200;

    /// As long as the forms take it; it stands in the public register for ever.
    private static final int LONGEST_REASON = 4000;

    private final CertificateStore store;
    private final Register register;
    private final Organisations organisations;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Life(
            CertificateStore store,
            Register register,
            Organisations organisations,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.register = register;
        this.organisations = organisations;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public Changed suspend(Actor operator, CertificateNumber number, String reason) {
        Certificate certificate = operators(operator, number);
        return change(operator, certificate, State.REGISTERED, Kind.SUSPENDED, reason);
    }

    @Transactional
    public Changed reinstate(Actor operator, CertificateNumber number, String reason) {
        Certificate certificate = operators(operator, number);
        return change(operator, certificate, State.SUSPENDED, Kind.REINSTATED, reason);
    }

    @Transactional
    public Changed withdraw(Actor actor, CertificateNumber number, String reason) {
        Certificate certificate = store.lock(number).orElseThrow(NotFound::new);
        if (!actor.operator()
                && !organisations.may(actor, certificate.organisation(), Permission.ADMINISTER)) {
            throw new AccessDeniedException("the operator or an owner withdraws");
        }
        return change(actor, certificate, certificate.state(), Kind.WITHDRAWN, reason);
    }

    private Certificate operators(Actor operator, CertificateNumber number) {
        if (!operator.operator()) {
            throw new AccessDeniedException("the operator suspends and reinstates");
        }
        return store.lock(number).orElseThrow(NotFound::new);
    }

    private Changed change(
            Actor actor, Certificate certificate, State from, Kind kind, String reason) {
        if (reason.isBlank()) {
            return new Changed.ReasonMissing();
        }
        if (!certificate.state().living()
                || certificate.state() != from
                || today().isAfter(certificate.facts().validUntil())) {
            return new Changed.NotNow(certificate.state());
        }
        String words = reason.strip();
        String why = words.substring(0, Math.min(words.length(), LONGEST_REASON));
        State to =
                switch (kind) {
                    case SUSPENDED -> State.SUSPENDED;
                    case REINSTATED -> State.REGISTERED;
                    case WITHDRAWN -> State.WITHDRAWN;
                    case REGISTERED, EXPIRED, SUPERSEDED ->
                            throw new IllegalArgumentException("not by a person: " + kind);
                };
        register.append(entry(kind, certificate, Optional.of(why)));
        store.change(certificate, to, to == State.REGISTERED ? "" : why, clock.instant());
        write(
                Optional.of(actor),
                certificate,
                "certificate." + kind.word(),
                Map.of("certificate", certificate.number().value(), "reason", why));
        events.publishEvent(event(kind, certificate));
        return new Changed.Done(store.find(certificate.number()).orElseThrow());
    }

    /// The renewal takes its place.
    @Transactional(propagation = Propagation.MANDATORY)
    public void supersede(Actor operator, Certificate old, CertificateNumber by, Instant at) {
        register.append(entry(Kind.SUPERSEDED, old, Optional.of(by.value())));
        store.supersede(old, by, at);
        write(
                Optional.of(operator),
                old,
                "certificate.superseded",
                Map.of("certificate", old.number().value(), "by", by.value()));
        events.publishEvent(event(Kind.SUPERSEDED, old));
    }

    /// Marks some of those whose last day has passed. Several instances may do it at once: each
    /// takes others.
    ///
    /// @return how many; call again while it is not 0
    @Transactional
    public int expireSome() {
        List<Certificate> over = store.runOut(today(), AT_ONCE);
        register.appendAll(
                over.stream().map(one -> entry(Kind.EXPIRED, one, Optional.empty())).toList());
        for (Certificate certificate : over) {
            store.change(certificate, State.EXPIRED, "", clock.instant());
            write(
                    Optional.empty(),
                    certificate,
                    "certificate.expired",
                    Map.of("certificate", certificate.number().value()));
            events.publishEvent(event(Kind.EXPIRED, certificate));
        }
        return over.size();
    }

    void write(
            Optional<Actor> actor,
            Certificate certificate,
            String what,
            Map<String, String> details) {
        trail.write(
                new Happening(
                        actor.map(one -> one.id().value()),
                        what,
                        "certificate:" + certificate.number(),
                        Optional.of(certificate.organisation().value()),
                        details));
    }

    private Entry entry(Kind kind, Certificate certificate, Optional<String> reason) {
        Entry first = register.entry(certificate.entry()).orElseThrow().entry();
        return new Entry(
                kind,
                first.certificate(),
                first.company(),
                first.scheme(),
                first.edition(),
                first.level(),
                first.scope(),
                first.assessment(),
                first.validFrom(),
                first.validUntil(),
                reason);
    }

    private static Object event(Kind kind, Certificate certificate) {
        CertificateNumber number = certificate.number();
        var organisation = certificate.organisation();
        return switch (kind) {
            case REGISTERED -> new CertificateRegistered(number, organisation);
            case SUSPENDED -> new CertificateSuspended(number, organisation);
            case REINSTATED -> new CertificateReinstated(number, organisation);
            case WITHDRAWN -> new CertificateWithdrawn(number, organisation);
            case EXPIRED -> new CertificateExpired(number, organisation);
            case SUPERSEDED -> new CertificateSuperseded(number, organisation);
        };
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Frame.ZONE);
    }
}
