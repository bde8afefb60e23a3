package org.hoshimori.platform.assurance;

import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A statement as its signer reads it, taken from the very bytes that are signed.
///
/// @param draft what is signed, by id
/// @param json the canonical JSON as text
/// @param digest SHA-256 of the bytes
public record StatementView(UUID draft, String json, String digest, JsonNode content) {

    private static final JsonMapper JSON = new JsonMapper();

    static StatementView of(UUID draft, byte[] statement) {
        return new StatementView(
                draft,
                new String(statement, java.nio.charset.StandardCharsets.UTF_8),
                Canonical.sha256(statement),
                JSON.readTree(statement));
    }

    /// A text of the statement, by its path; empty when it has none.
    public String at(String... path) {
        JsonNode node = content;
        for (String name : path) {
            node = node.path(name);
        }
        return node.asString("");
    }
}
