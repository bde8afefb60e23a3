package org.hoshimori.platform.credential;

import java.time.LocalDate;

/// What a certificate says; every word of it stands inside the issuer's signature, and its digest
/// in the register.
///
/// @param number see [CertificateNumber]
/// @param scope the scope (適用範囲) as the company wrote it and the expert confirmed it
/// @param assessmentDigest SHA-256 of the frozen assessment, 64 hexadecimal digits
/// @param confirmationDigest SHA-256 of the statement the expert signed
/// @param pledgeDigest SHA-256 of the statement the executive signed
/// @param validFrom first day, in Tokyo
/// @param validUntil last day, in Tokyo; still valid on that day
public record CertificateFacts(
        String number,
        Holder holder,
        Achieved achieved,
        Wording scope,
        Expert expert,
        String assessmentDigest,
        String confirmationDigest,
        String pledgeDigest,
        LocalDate validFrom,
        LocalDate validUntil) {

    public CertificateFacts {
        number = new CertificateNumber(number).value();
        requireDigest(assessmentDigest);
        requireDigest(confirmationDigest);
        requireDigest(pledgeDigest);
        if (validUntil.isBefore(validFrom)) {
            throw new IllegalArgumentException("a certificate is valid for at least one day");
        }
    }

    /// The company.
    ///
    /// @param corporateNumber 法人番号, 13 digits
    /// @param englishName empty when the company has none
    public record Holder(String corporateNumber, String name, String kana, String englishName) {

        public Holder {
            if (!corporateNumber.matches("[0-9]{13}") || name.isBlank() || kana.isBlank()) {
                throw new IllegalArgumentException("a holder has a number, a name and its kana");
            }
        }
    }

    /// Which level of which edition of which scheme.
    ///
    /// @param editionDigest SHA-256 of the edition's data, so that nobody can change the criteria
    ///   afterwards
    /// @param assurance how the level is assured: who checked, and how
    public record Achieved(
            String scheme,
            String edition,
            String editionDigest,
            String level,
            Wording schemeTitle,
            Wording levelTitle,
            Wording assurance) {

        public Achieved {
            requireDigest(editionDigest);
        }
    }

    /// Who confirmed the self-assessment.
    ///
    /// @param qualification kind of qualification, such as 登録セキスペ
    /// @param qualificationNumber the number, its last digits masked
    /// @param qualifiedFrom first day of the qualification
    /// @param qualifiedUntil its last day; empty when it does not run out
    /// @param confirmedOn day of the confirmation
    /// @param independence what was checked about the expert's independence, and found
    public record Expert(
            String name,
            Wording qualification,
            String qualificationNumber,
            LocalDate qualifiedFrom,
            String qualifiedUntil,
            LocalDate confirmedOn,
            Wording independence) {}

    /// As it is kept and signed.
    public String json() {
        return Json.write(this);
    }

    /// Reads [#json] back.
    ///
    /// @throws IllegalArgumentException when it is something else
    public static CertificateFacts parse(String json) {
        try {
            return Json.as(Json.read(json), CertificateFacts.class);
        } catch (Unreadable e) {
            throw new IllegalArgumentException(e.why(), e);
        }
    }

    private static void requireDigest(String digest) {
        if (!digest.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 digest: " + digest);
        }
    }
}
