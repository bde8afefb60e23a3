package org.hoshimori.platform.credential;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// How this package reads and writes JSON: nothing twice, nothing missing, nothing unknown, nothing
/// after the end.
final class Json {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(
                            DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                            DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                            DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .build();

    private Json() {}

    static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /// @throws Unreadable when it is not one JSON document
    static JsonNode read(String text) throws Unreadable {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node == null || !node.isObject()) {
                throw new Unreadable("not a JSON object");
            }
            return node;
        } catch (JacksonException e) {
            throw new Unreadable("not JSON: " + e.getOriginalMessage());
        }
    }

    static <T> T as(JsonNode node, Class<T> type) throws Unreadable {
        try {
            return MAPPER.treeToValue(node, type);
        } catch (JacksonException e) {
            throw new Unreadable("not a " + type.getSimpleName() + ": " + e.getOriginalMessage());
        }
    }

    /// The text at a path of names.
    static String text(JsonNode node, String... path) throws Unreadable {
        JsonNode at = node;
        for (String name : path) {
            at = at.path(name);
        }
        if (!at.isString()) {
            throw new Unreadable("no text at " + String.join(".", path));
        }
        return at.stringValue();
    }
}
