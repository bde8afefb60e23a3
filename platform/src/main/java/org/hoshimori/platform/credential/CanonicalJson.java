package org.hoshimori.platform.credential;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// The one way to write a JSON value (RFC 8785), for digests; whole numbers only, as we use no
/// others.
final class CanonicalJson {

    private CanonicalJson() {}

    static String digest(JsonNode node) {
        return Sha256.hex(write(node).getBytes(StandardCharsets.UTF_8));
    }

    static String write(JsonNode node) {
        var text = new StringBuilder();
        append(node, text);
        return text.toString();
    }

    private static void append(JsonNode node, StringBuilder text) {
        if (node.isObject()) {
            // RFC 8785 sorts names by UTF-16 code units, as String does.
            var sorted = new TreeMap<String, JsonNode>();
            node.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
            String comma = "{";
            for (var field : sorted.entrySet()) {
                text.append(comma);
                quote(field.getKey(), text);
                text.append(':');
                append(field.getValue(), text);
                comma = ",";
            }
            text.append(sorted.isEmpty() ? "{}" : "}");
        } else if (node.isArray()) {
            String comma = "[";
            for (JsonNode item : node) {
                text.append(comma);
                append(item, text);
                comma = ",";
            }
            text.append(node.isEmpty() ? "[]" : "]");
        } else if (node.isString()) {
            quote(node.stringValue(), text);
        } else {
            text.append(node);
        }
    }

    private static void quote(String value, StringBuilder text) {
        text.append('"');
        for (char c : value.toCharArray()) {
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < ' ') {
                        text.append(String.format("\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
