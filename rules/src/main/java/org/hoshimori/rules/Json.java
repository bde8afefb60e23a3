package org.hoshimori.rules;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;

/// Writes JSON in one canonical form, so that equal content is equal bytes: members in the order
/// given, no spaces, only the escapes that RFC 8259 demands, text in Unicode.
public final class Json {
    private final StringBuilder out = new StringBuilder();
    private final Deque<Character> open = new ArrayDeque<>();
    private boolean first = true;

    public Json object() {
        return open('{', '}');
    }

    public Json array() {
        return open('[', ']');
    }

    private Json open(char start, char end) {
        separate();
        out.append(start);
        open.push(end);
        first = true;
        return this;
    }

    /// Closes the innermost object or array.
    public Json end() {
        out.append(open.pop());
        first = false;
        return this;
    }

    /// Names the value that follows.
    public Json key(String key) {
        separate();
        quote(key);
        out.append(':');
        first = true;
        return this;
    }

    public Json put(String key, String value) {
        return key(key).value(value);
    }

    public Json put(String key, long value) {
        key(key).separate();
        out.append(value);
        return this;
    }

    /// @param value finite
    public Json put(String key, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON knows no " + value);
        }
        key(key).separate();
        out.append(value);
        return this;
    }

    public Json put(String key, boolean value) {
        key(key).separate();
        out.append(value);
        return this;
    }

    public Json put(String key, BigDecimal value) {
        key(key).separate();
        out.append(value.toPlainString());
        return this;
    }

    /// A member that is there and has no value.
    public Json putNull(String key) {
        key(key).separate();
        out.append("null");
        return this;
    }

    public Json value(String value) {
        separate();
        quote(value);
        return this;
    }

    private void separate() {
        if (!first) {
            out.append(',');
        }
        first = false;
    }

    private void quote(String value) {
        quote(out, value);
    }

    /// Adds `value` to `out` as a JSON string.
    static StringBuilder quote(StringBuilder out, String value) {
        out.append('"');
        int plain = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\') {
                escape(out.append(value, plain, i), c);
                plain = i + 1;
            }
        }
        return (plain == 0 ? out.append(value) : out.append(value, plain, value.length()))
                .append('"');
    }

    private static void escape(StringBuilder out, char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> out.append("\\u00").append(HexFormat.of().toHexDigits((byte) c));
        }
    }

    /// What was written since this was last asked: long documents leave in pieces.
    public String taken() {
        String piece = out.toString();
        out.setLength(0);
        return piece;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
