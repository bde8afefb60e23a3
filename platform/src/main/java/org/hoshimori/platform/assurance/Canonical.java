package org.hoshimori.platform.assurance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// One spelling for one content: JSON of texts and objects with sorted keys, without spaces, in
/// UTF-8, strings escaped as RFC 8785 has it. What is signed is these bytes.
final class Canonical {

    private Canonical() {}

    /// @param content values are `String` or maps of the same kind
    static byte[] json(Map<String, ?> content) {
        var out = new StringBuilder();
        object(out, content);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void object(StringBuilder out, Map<?, ?> content) {
        Map<String, Object> sorted = new TreeMap<>();
        content.forEach((key, value) -> sorted.put((String) key, value));
        char before = '{';
        for (Map.Entry<String, Object> entry : sorted.entrySet()) {
            out.append(before);
            before = ',';
            text(out, entry.getKey());
            out.append(':');
            switch (entry.getValue()) {
                case String text -> text(out, text);
                case Map<?, ?> inner -> object(out, inner);
                case Object other ->
                        throw new IllegalArgumentException("neither text nor object: " + other);
            }
        }
        out.append(before == '{' ? "{}" : "}");
    }

    private static void text(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
