package org.hoshimori.platform.credential;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hoshimori.log.EntryProof;

/// A certificate as a W3C Verifiable Credential 2.0 that is also an Open Badges 3.0
/// `OpenBadgeCredential`, secured as VC-JOSE-COSE says.
///
/// What the two standards have no words for stands under `hoshimori`: the facts, the register's
/// entry and its proof. The context makes that a JSON literal, so no vocabulary of ours has to be
/// fetched by anybody.
record Credential(
        Issuer issuer,
        CertificateFacts facts,
        StatusPlace place,
        byte[] entry,
        EntryProof proof,
        Instant at) {

    /// The `typ` of the header (VC-JOSE-COSE, section 3.1.1).
    static final String TYPE = "vc+jwt";

    static final String FORMAT = "hoshimori-certificate@1";
    static final String OURS = "hoshimori";
    static final String LIST = "statusListCredential";
    static final String INDEX = "statusListIndex";

    /// Legal days begin and end in Tokyo, which has no summer time.
    static final ZoneOffset TOKYO = ZoneOffset.ofHours(9);

    Map<String, Object> document() {
        OffsetDateTime from = begin(facts);
        OffsetDateTime until = end(facts);
        String id = issuer.address(facts.number());
        var document = new LinkedHashMap<String, Object>();
        document.put(
                "@context",
                List.of(
                        "https://www.w3.org/ns/credentials/v2",
                        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
                        Map.of(
                                OURS,
                                Map.of("@id", "urn:hoshimori:certificate", "@type", "@json"))));
        document.put("id", id);
        document.put("type", List.of("VerifiableCredential", "OpenBadgeCredential"));
        document.put("name", facts.achieved().levelTitle().ja() + " " + facts.holder().name());
        document.put(
                "issuer",
                Map.of(
                        "id", issuer.id(),
                        "type", List.of("Profile"),
                        "name", issuer.name().ja(),
                        "url", issuer.home()));
        document.put("validFrom", text(from));
        document.put("validUntil", text(until));
        document.put("awardedDate", text(at.atOffset(TOKYO)));
        document.put("credentialSubject", subject());
        document.put("credentialStatus", status(Purpose.SUSPENSION));
        document.put(OURS, ours());
        // The registered claims that Open Badges 3.0 (8.2.4.1) asks for.
        document.put("iss", issuer.id());
        document.put("jti", id);
        document.put("nbf", from.toEpochSecond());
        document.put("exp", until.toEpochSecond());
        document.put("iat", at.getEpochSecond());
        return document;
    }

    private Map<String, Object> subject() {
        var achieved = facts.achieved();
        String scheme = issuer.home() + "/schemes/" + achieved.scheme();
        var achievement = new LinkedHashMap<String, Object>();
        achievement.put("id", scheme + "/" + achieved.edition() + "#level-" + achieved.level());
        achievement.put("type", List.of("Achievement"));
        achievement.put("achievementType", "Certification");
        achievement.put("name", achieved.schemeTitle().ja() + " " + achieved.levelTitle().ja());
        achievement.put("description", achieved.assurance().ja());
        achievement.put("criteria", Map.of("id", scheme, "narrative", achieved.assurance().ja()));
        var subject = new LinkedHashMap<String, Object>();
        subject.put("type", List.of("AchievementSubject"));
        subject.put(
                "identifier",
                List.of(
                        identity("ext:corporateNumber", facts.holder().corporateNumber()),
                        identity("name", facts.holder().name())));
        subject.put("licenseNumber", facts.number());
        subject.put("narrative", facts.scope().ja());
        subject.put("achievement", achievement);
        return subject;
    }

    private static Map<String, Object> identity(String type, String value) {
        return Map.of(
                "type",
                "IdentityObject",
                "hashed",
                false,
                "identityHash",
                value,
                "identityType",
                type);
    }

    private Map<String, Object> status(Purpose purpose) {
        String list = StatusList.address(issuer.home(), purpose, place.block());
        var status = new LinkedHashMap<String, Object>();
        status.put("id", list + "#" + place.index());
        status.put("type", "BitstringStatusListEntry");
        status.put("statusPurpose", purpose.word());
        status.put(INDEX, Integer.toString(place.index()));
        status.put(LIST, list);
        return status;
    }

    private Map<String, Object> ours() {
        var ours = new LinkedHashMap<String, Object>();
        ours.put("format", FORMAT);
        ours.put("facts", Json.tree(facts));
        ours.put("log_entry", Base64.getEncoder().encodeToString(entry));
        ours.put("log_proof", proof.text());
        ours.put("revocation", status(Purpose.REVOCATION));
        return ours;
    }

    static OffsetDateTime begin(CertificateFacts facts) {
        return facts.validFrom().atStartOfDay(TOKYO).toOffsetDateTime();
    }

    static OffsetDateTime end(CertificateFacts facts) {
        return facts.validUntil()
                .plusDays(1)
                .atStartOfDay(TOKYO)
                .minusSeconds(1)
                .toOffsetDateTime();
    }

    static String text(OffsetDateTime moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.withNano(0));
    }
}
