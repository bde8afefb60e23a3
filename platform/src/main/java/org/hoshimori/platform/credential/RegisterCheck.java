package org.hoshimori.platform.credential;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hoshimori.log.EntryProof;
import org.hoshimori.log.Note;
import org.hoshimori.log.SignedCheckpoint;
import org.hoshimori.log.VerifierKey;
import org.hoshimori.platform.credential.CertificateVerifier.Steps;
import org.hoshimori.platform.credential.Step.Check;

/// The second half of a verification: what the public register, the calendar and the status lists
/// say of a credential whose signature is good.
final class RegisterCheck {

    private static final String SUPERSEDED = "superseded";

    private final Issuer issuer;
    private final Claims claims;
    private final Steps steps;

    RegisterCheck(Issuer issuer, Claims claims, Steps steps) {
        this.issuer = issuer;
        this.claims = claims;
        this.steps = steps;
    }

    Verdict verdict(Optional<ProofBundle> beside, Newer newer, LocalDate today) {
        if (!stands(claims.proof())) {
            return notInLog(Check.LOG, "log.missing");
        }
        steps.pass(Check.LOG, "log.stands", place(claims.proof()), size(claims.proof()));
        List<ProofBundle> bundles = new ArrayList<>();
        beside.ifPresent(bundles::add);
        if (newer.bundle().isPresent()) {
            try {
                ProofBundle fresh = ProofBundle.read(newer.bundle().get());
                if (!fresh.sealed(issuer)) {
                    return notInLog(Check.NEWER, "newer.unsealed");
                }
                bundles.add(fresh);
            } catch (Unreadable e) {
                return notInLog(Check.NEWER, "newer.unsealed");
            }
        }
        for (ProofBundle bundle : bundles) {
            if (!Arrays.equals(bundle.entry(), claims.entry())
                    || bundle.proof().inclusion().index() != claims.proof().inclusion().index()
                    || !stands(bundle.proof())) {
                return notInLog(Check.NEWER, "newer.missing");
            }
            steps.pass(Check.NEWER, "newer.stands", size(bundle.proof()), bundle.at());
        }
        if (newer.checkpoint().isPresent() && !fits(newer.checkpoint().get(), bundles)) {
            return notInLog(Check.NEWER, "newer.forked");
        }
        CertificateFacts facts = claims.facts();
        if (today.isAfter(facts.validUntil())) {
            return new Verdict.Expired(
                    facts, steps.fail(Check.DATES, "dates.over", facts.validUntil().toString()));
        }
        if (today.isBefore(facts.validFrom())) {
            return new Verdict.Expired(
                    facts, steps.fail(Check.DATES, "dates.early", facts.validFrom().toString()));
        }
        steps.pass(
                Check.DATES,
                "dates.within",
                facts.validFrom().toString(),
                facts.validUntil().toString());
        return status(bundles);
    }

    private Verdict status(List<ProofBundle> bundles) {
        CertificateFacts facts = claims.facts();
        if (bundles.isEmpty()) {
            steps.leaveOpen(Check.STATUS, "status.open");
            return new Verdict.Genuine(facts, steps.taken());
        }
        ProofBundle bundle = bundles.getLast();
        try {
            StatusList suspension = list(bundle, Purpose.SUSPENSION);
            StatusList revocation = list(bundle, Purpose.REVOCATION);
            if (revocation.bits().at(bit(Purpose.REVOCATION).index())) {
                String reason =
                        bundle.state().equals(SUPERSEDED)
                                ? "status.superseded"
                                : "status.withdrawn";
                return new Verdict.Revoked(
                        facts, steps.fail(Check.STATUS, reason, revocation.at().toString()));
            }
            if (suspension.bits().at(bit(Purpose.SUSPENSION).index())) {
                return new Verdict.Suspended(
                        facts,
                        steps.fail(Check.STATUS, "status.suspended", suspension.at().toString()));
            }
            steps.pass(Check.STATUS, "status.clear", suspension.at().toString());
            return new Verdict.Genuine(facts, steps.taken());
        } catch (Unreadable e) {
            return new Verdict.Tampered(steps.fail(Check.STATUS, "status.bad", e.why()));
        }
    }

    private StatusList list(ProofBundle bundle, Purpose purpose) throws Unreadable {
        Jws jws = Jws.read(String.valueOf(bundle.lists().get(purpose)));
        if (!jws.type().equals(Credential.TYPE) || !jws.signedBy(issuer)) {
            throw new Unreadable("a status list the issuer did not sign");
        }
        StatusList list = StatusList.read(jws.payload(), purpose);
        if (!list.id().equals(bit(purpose).list())) {
            throw new Unreadable("the list of other certificates");
        }
        return list;
    }

    private Claims.Bit bit(Purpose purpose) {
        return Objects.requireNonNull(claims.status().get(purpose));
    }

    private boolean stands(EntryProof proof) {
        return switch (proof.verify(claims.entry(), List.of(issuer.log()))) {
            case EntryProof.Verdict.Included _ -> true;
            case EntryProof.Verdict.NotIncluded _,
                    EntryProof.Verdict.BadSignature _,
                    EntryProof.Verdict.UnknownKey _ ->
                    false;
        };
    }

    /// Whether a checkpoint from elsewhere can be of the same log as every proof at hand. For
    /// another size only a consistency proof could tell; that is said, not judged.
    private boolean fits(SignedCheckpoint elsewhere, List<ProofBundle> bundles) {
        boolean signed =
                switch (elsewhere.verify(List.of(issuer.log()))) {
                    case Note.Verdict.Verified(List<VerifierKey> _) -> true;
                    case Note.Verdict.BadSignature _, Note.Verdict.UnknownKey _ -> false;
                };
        if (!signed) {
            return false;
        }
        List<EntryProof> proofs = new ArrayList<>(List.of(claims.proof()));
        bundles.forEach(bundle -> proofs.add(bundle.proof()));
        boolean compared = false;
        for (EntryProof proof : proofs) {
            if (proof.checkpoint().head().size() == elsewhere.head().size()) {
                compared = true;
                if (!proof.checkpoint().head().equals(elsewhere.head())) {
                    return false;
                }
            }
        }
        String size = Long.toString(elsewhere.head().size());
        if (compared) {
            steps.pass(Check.NEWER, "newer.equal", size);
        } else {
            steps.leaveOpen(Check.NEWER, "newer.open", size);
        }
        return true;
    }

    private Verdict notInLog(Check check, String reason) {
        return new Verdict.NotInLog(claims.facts(), steps.fail(check, reason));
    }

    private static String place(EntryProof proof) {
        return Long.toString(proof.inclusion().index());
    }

    private static String size(EntryProof proof) {
        return Long.toString(proof.inclusion().size());
    }
}
