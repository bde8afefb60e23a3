package org.hoshimori.platform.credential;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A status list as it is published: a `BitstringStatusListCredential`.
///
/// @param at when it was made
record StatusList(String id, Instant at, StatusBits bits) {

    private static final String CONTEXT = "https://www.w3.org/ns/credentials/v2";

    static String address(String home, Purpose purpose, long block) {
        return home + "/status/" + purpose.list(block);
    }

    static Map<String, Object> document(
            Issuer issuer, Purpose purpose, long block, StatusBits bits, Instant at) {
        String id = address(issuer.home(), purpose, block);
        var subject = new LinkedHashMap<String, Object>();
        subject.put("id", id + "#list");
        subject.put("type", "BitstringStatusList");
        subject.put("statusPurpose", purpose.word());
        subject.put("encodedList", bits.encoded());
        var document = new LinkedHashMap<String, Object>();
        document.put("@context", List.of(CONTEXT));
        document.put("id", id);
        document.put("type", List.of("VerifiableCredential", "BitstringStatusListCredential"));
        document.put("issuer", issuer.id());
        document.put("validFrom", at.toString());
        document.put("credentialSubject", subject);
        document.put("iss", issuer.id());
        document.put("iat", at.getEpochSecond());
        return document;
    }

    /// Reads a list whose signature was already checked.
    static StatusList read(JsonNode node, Purpose purpose) throws Unreadable {
        if (!Json.text(node, "credentialSubject", "statusPurpose").equals(purpose.word())) {
            throw new Unreadable("a list for another purpose");
        }
        try {
            return new StatusList(
                    Json.text(node, "id"),
                    Instant.parse(Json.text(node, "validFrom")),
                    StatusBits.read(Json.text(node, "credentialSubject", "encodedList")));
        } catch (DateTimeParseException e) {
            throw new Unreadable("a list without its time");
        }
    }
}
