package org.hoshimori.platform.credential;

import java.util.EnumMap;
import java.util.Map;
import org.hoshimori.log.EntryProof;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A proof bundle as it was read (written by [Credentials#bundle]).
///
/// @param state the state of the certificate when the bundle was made
/// @param open the document without its seal
record ProofBundle(
        String at,
        String state,
        String credential,
        byte[] entry,
        EntryProof proof,
        Map<Purpose, String> lists,
        JsonNode open,
        String seal) {

    static final String FORMAT = Credentials.Bundle.FORMAT;

    static ProofBundle read(String text) throws Unreadable {
        JsonNode node = Json.read(text);
        if (!Json.text(node, "format").equals(FORMAT)) {
            throw new Unreadable("not a " + FORMAT);
        }
        var lists = new EnumMap<Purpose, String>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            lists.put(purpose, Json.text(node, "status_lists", purpose.word()));
        }
        ObjectNode open = (ObjectNode) node.deepCopy();
        open.remove(Credentials.Bundle.SEAL);
        return new ProofBundle(
                Json.text(node, "at"),
                Json.text(node, "state"),
                Json.text(node, "credential"),
                Claims.base64(Json.text(node, "log_entry_base64")),
                Claims.proof(Json.text(node, "inclusion_proof")),
                lists,
                open,
                Json.text(node, Credentials.Bundle.SEAL));
    }

    /// Whether the issuer sealed exactly this document.
    boolean sealed(Issuer issuer) {
        return Seal.holds(seal, Seal.JSON, CanonicalJson.digest(open), issuer);
    }
}
