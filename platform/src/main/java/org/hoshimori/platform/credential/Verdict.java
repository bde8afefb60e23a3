package org.hoshimori.platform.credential;

import java.util.List;
import java.util.Optional;

/// What a certificate is worth to somebody who trusts certain issuers. Only [Genuine] is a yes.
public sealed interface Verdict {

    /// Everything that could be checked holds.
    record Genuine(CertificateFacts certificate, List<Step> steps) implements Verdict {}

    /// It was genuine, and was withdrawn or superseded since.
    record Revoked(CertificateFacts certificate, List<Step> steps) implements Verdict {}

    record Expired(CertificateFacts certificate, List<Step> steps) implements Verdict {}

    record Suspended(CertificateFacts certificate, List<Step> steps) implements Verdict {}

    /// Signed by somebody this verifier has no reason to trust.
    record UnknownIssuer(List<Step> steps) implements Verdict {}

    /// Not what the issuer signed.
    record Tampered(List<Step> steps) implements Verdict {}

    /// Signed by the issuer, but the public register does not know it.
    record NotInLog(CertificateFacts certificate, List<Step> steps) implements Verdict {}

    /// What was looked at, in order; the last failed step decided.
    List<Step> steps();

    /// The word for scripts (contracts: `verify`).
    default String word() {
        return switch (this) {
            case Genuine _ -> "genuine";
            case Revoked _ -> "revoked";
            case Expired _ -> "expired";
            case Suspended _ -> "suspended";
            case UnknownIssuer _ -> "unknown-issuer";
            case Tampered _ -> "tampered";
            case NotInLog _ -> "not-in-log";
        };
    }

    /// What the certificate says, once its signature was found good.
    default Optional<CertificateFacts> facts() {
        return switch (this) {
            case Genuine(CertificateFacts facts, List<Step> _) -> Optional.of(facts);
            case Revoked(CertificateFacts facts, List<Step> _) -> Optional.of(facts);
            case Expired(CertificateFacts facts, List<Step> _) -> Optional.of(facts);
            case Suspended(CertificateFacts facts, List<Step> _) -> Optional.of(facts);
            case NotInLog(CertificateFacts facts, List<Step> _) -> Optional.of(facts);
            case UnknownIssuer _, Tampered _ -> Optional.empty();
        };
    }
}
