package org.hoshimori.platform.register;

import java.time.LocalDate;
import java.util.Optional;

/// One public fact about a certificate, before it has a number and a time.
///
/// @param certificate the certificate's number, such as `HS-2026-000123`
/// @param scheme such as `scs`
/// @param edition such as `2026-03-27`
/// @param level such as `3`
/// @param scope what the certificate covers, as printed on it
/// @param assessment SHA-256 of the frozen assessment, 64 hex digits
/// @param validFrom first valid day, in Tokyo
/// @param validUntil last valid day, in Tokyo
/// @param reason why, where a kind needs one; public
public record Entry(
        Kind kind,
        String certificate,
        Company company,
        String scheme,
        String edition,
        String level,
        String scope,
        String assessment,
        LocalDate validFrom,
        LocalDate validUntil,
        Optional<String> reason) {

    private static final int LONGEST_TEXT = 10_000;

    public Entry {
        require(certificate.matches("[A-Za-z0-9-]{1,40}"), "a certificate has a number");
        require(scheme.matches("[a-z0-9-]{1,40}"), "a scheme has an id");
        require(edition.matches("[A-Za-z0-9.-]{1,40}"), "an edition has an id");
        require(level.matches("[A-Za-z0-9.-]{1,20}"), "a level has an id");
        require(scope.length() <= LONGEST_TEXT, "a scope has at most 10,000 characters");
        require(assessment.matches("[0-9a-f]{64}"), "a digest has 64 hex digits");
        require(!validUntil.isBefore(validFrom), "a certificate ends after it begins");
        require(
                reason.map(text -> text.length() <= LONGEST_TEXT).orElse(true),
                "a reason has at most 10,000 characters");
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
