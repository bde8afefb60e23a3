package org.hoshimori.probe;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON in one form only: no spaces, keys in the order of the map, so the same values are the same
/// bytes. Reading is strict and bounded, for files come from strangers.
public final class Json {

    /// Apart, because a command that only writes need not load it.
    private static final class Reading {
        private static final JsonMapper MAPPER =
                JsonMapper.builder(
                                JsonFactory.builder()
                                        .streamReadConstraints(
                                                StreamReadConstraints.builder()
                                                        .maxNestingDepth(64)
                                                        .maxNumberLength(40)
                                                        .maxStringLength(4 << 20)
                                                        .build())
                                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                        .build())
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .build();
    }

    private Json() {}

    /// Writes maps, collections, text, whole numbers and truth values.
    public static String write(Object value) {
        StringBuilder out = new StringBuilder();
        append(value, out);
        return out.toString();
    }

    private static void append(Object value, StringBuilder out) {
        // No switch over types: the JVM makes a class for each when it first runs (ADR 0039).
        if (value instanceof Map<?, ?> map) {
            out.append('{');
            int at = out.length();
            map.forEach((key, inner) -> {
                if (out.length() > at) {
                    out.append(',');
                }
                quote(String.valueOf(key), out);
                out.append(':');
                append(inner, out);
            });
            out.append('}');
        } else if (value instanceof Collection<?> list) {
            out.append('[');
            int at = out.length();
            for (Object inner : list) {
                if (out.length() > at) {
                    out.append(',');
                }
                append(inner, out);
            }
            out.append(']');
        } else if (value instanceof java.math.BigDecimal decimal) {
            out.append(decimal.toPlainString());
        } else if (value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            quote(value.toString(), out);
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    // Lone surrogates cannot be UTF-8; controls must be escaped (RFC 8259).
                    if (c < 0x20 || c == 0x7f || Character.isSurrogate(c) && lone(text, i)) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean lone(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                : i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }

    /// Reads one JSON value.
    ///
    /// @throws Malformed with the column of the fault
    public static JsonNode read(String text) throws Malformed {
        try {
            return Optional.ofNullable(Reading.MAPPER.readTree(text))
                    .orElseThrow(() -> new Malformed(1, "empty"));
        } catch (JacksonException e) {
            int column = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getColumnNr());
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new Malformed(
                    line,
                    column,
                    Optional.ofNullable(e.getOriginalMessage())
                            .orElse("not JSON")
                            .lines()
                            .findFirst()
                            .orElse(""));
        }
    }
}
