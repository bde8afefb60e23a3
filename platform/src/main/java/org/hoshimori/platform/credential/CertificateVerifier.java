package org.hoshimori.platform.credential;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hoshimori.platform.credential.Step.Check;
import org.hoshimori.platform.credential.Step.Outcome;

/// Judges a certificate from its file alone (PDF, JWT or JSON): no server, no network.
///
/// Order: read, issuer known, signature, file unchanged, facts are the register's, entry in the
/// log, newer checkpoint, dates, status. The first failure decides.
public final class CertificateVerifier {

    private final List<Issuer> trusted;
    private final InstantSource clock;

    public CertificateVerifier(List<Issuer> trusted, InstantSource clock) {
        this.trusted = List.copyOf(trusted);
        this.clock = clock;
    }

    /// @param file as it was received
    /// @param newer what is known beside it
    public Verification verify(byte[] file, Newer newer) {
        return switch (Parcel.open(file)) {
            case Parcel.Opened.Foreign() ->
                    new Verification.Unreadable(
                            new Step(Check.READ, Outcome.FAILED, "read.foreign", List.of()));
            case Parcel.Opened.Damaged(String why) -> {
                var steps = new Steps();
                yield new Verification.Judged(
                        new Verdict.Tampered(steps.fail(Check.READ, "read.damaged", why)));
            }
            case Parcel.Opened.Whole(Parcel parcel) ->
                    new Verification.Judged(judge(parcel, newer));
        };
    }

    private Verdict judge(Parcel parcel, Newer newer) {
        var steps = new Steps();
        Jws jws;
        try {
            jws = Jws.read(parcel.credential());
        } catch (Unreadable e) {
            return new Verdict.Tampered(steps.fail(Check.READ, "read.damaged", e.why()));
        }
        steps.pass(Check.READ, "read." + parcel.kind());
        Optional<Issuer> known = issuer(jws.keyId());
        if (known.isEmpty()) {
            return new Verdict.UnknownIssuer(
                    steps.fail(
                            Check.ISSUER,
                            "issuer.unknown",
                            jws.payload().path("iss").asString("?")));
        }
        Issuer issuer = known.get();
        steps.pass(Check.ISSUER, "issuer.known", issuer.name().ja(), issuer.id());
        if (!jws.type().equals(Credential.TYPE) || !jws.signedBy(issuer)) {
            return new Verdict.Tampered(steps.fail(Check.SIGNATURE, "signature.bad"));
        }
        Claims claims;
        try {
            claims = Claims.read(jws.payload());
        } catch (Unreadable e) {
            return new Verdict.Tampered(steps.fail(Check.SIGNATURE, "signature.strange", e.why()));
        }
        if (!claims.issuer().equals(issuer.id())) {
            return new Verdict.Tampered(
                    steps.fail(Check.SIGNATURE, "signature.other", claims.issuer()));
        }
        steps.pass(Check.SIGNATURE, "signature.good");
        if (!parcel.wax().holds(issuer)) {
            return new Verdict.Tampered(
                    steps.fail(Check.WHOLE, "whole." + parcel.kind() + ".broken"));
        }
        if (parcel.bundle().isPresent()) {
            steps.pass(Check.WHOLE, "whole." + parcel.kind());
        }
        if (!PublicEntry.binds(claims.entry(), claims.facts())) {
            return new Verdict.Tampered(steps.fail(Check.FACTS, "facts.differ"));
        }
        steps.pass(Check.FACTS, "facts.same");
        return new RegisterCheck(issuer, claims, steps).verdict(parcel.bundle(), newer, today());
    }

    private LocalDate today() {
        return clock.instant().atOffset(Credential.TOKYO).toLocalDate();
    }

    private Optional<Issuer> issuer(String keyId) {
        return trusted.stream().filter(issuer -> issuer.key(keyId).isPresent()).findFirst();
    }

    /// The steps as they are taken.
    static final class Steps {

        private final List<Step> taken = new ArrayList<>();

        void pass(Check check, String reason, String... arguments) {
            taken.add(new Step(check, Outcome.PASSED, reason, List.of(arguments)));
        }

        void leaveOpen(Check check, String reason, String... arguments) {
            taken.add(new Step(check, Outcome.OPEN, reason, List.of(arguments)));
        }

        List<Step> fail(Check check, String reason, String... arguments) {
            taken.add(new Step(check, Outcome.FAILED, reason, List.of(arguments)));
            return taken();
        }

        List<Step> taken() {
            return List.copyOf(taken);
        }
    }
}
