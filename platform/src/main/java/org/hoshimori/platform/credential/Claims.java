package org.hoshimori.platform.credential;

import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import org.hoshimori.log.EntryProof;
import org.hoshimori.log.Parsed;
import tools.jackson.databind.JsonNode;

/// What a credential claims, read from its payload. True only as far as the signature over it was
/// checked.
///
/// @param issuer the issuer's id
/// @param entry the register's entry, byte for byte
/// @param proof that it stands in the log, as of issue
/// @param status where its bits stand
record Claims(
        String issuer,
        CertificateFacts facts,
        byte[] entry,
        EntryProof proof,
        Map<Purpose, Bit> status) {

    /// @param list address of the status list
    /// @param index place of the bit
    record Bit(String list, int index) {}

    static Claims read(JsonNode node) throws Unreadable {
        JsonNode ours = node.path(Credential.OURS);
        if (!Json.text(ours, "format").equals(Credential.FORMAT)) {
            throw new Unreadable("not a " + Credential.FORMAT);
        }
        CertificateFacts facts = Json.as(ours.path("facts"), CertificateFacts.class);
        // What other software reads must say the same as what we read.
        same(Json.text(node, "validFrom"), Credential.text(Credential.begin(facts)));
        same(Json.text(node, "validUntil"), Credential.text(Credential.end(facts)));
        same(Json.text(node, "credentialSubject", "licenseNumber"), facts.number());
        same(Json.text(node, "credentialSubject", "narrative"), facts.scope().ja());
        same(Json.text(node, "iss"), Json.text(node, "issuer", "id"));
        same(Json.text(node, "jti"), Json.text(node, "id"));
        var status = new EnumMap<Purpose, Bit>(Purpose.class);
        status.put(Purpose.SUSPENSION, bit(node.path("credentialStatus"), Purpose.SUSPENSION));
        status.put(Purpose.REVOCATION, bit(ours.path("revocation"), Purpose.REVOCATION));
        return new Claims(
                Json.text(node, "iss"),
                facts,
                base64(Json.text(ours, "log_entry")),
                proof(Json.text(ours, "log_proof")),
                status);
    }

    static byte[] base64(String text) throws Unreadable {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new Unreadable("not base64");
        }
    }

    static EntryProof proof(String text) throws Unreadable {
        return switch (EntryProof.parse(text)) {
            case Parsed.Read<EntryProof>(EntryProof proof) -> proof;
            case Parsed.Malformed<EntryProof>(String why) -> throw new Unreadable(why);
        };
    }

    private static Bit bit(JsonNode status, Purpose purpose) throws Unreadable {
        same(Json.text(status, "statusPurpose"), purpose.word());
        String index = Json.text(status, Credential.INDEX);
        if (!index.matches("[0-9]{1,6}") || Integer.parseInt(index) >= StatusBits.LENGTH) {
            throw new Unreadable("not a place in a status list");
        }
        return new Bit(Json.text(status, Credential.LIST), Integer.parseInt(index));
    }

    private static void same(String one, String other) throws Unreadable {
        if (!one.equals(other)) {
            throw new Unreadable("the parts of the credential contradict each other");
        }
    }
}
