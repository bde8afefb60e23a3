package org.hoshimori.platform.register;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// JSON with one spelling for each value (RFC 8785, for objects of strings): keys in the order of
/// UTF-16 code units, no spaces, the shortest escapes. Numbers do not occur.
final class CanonicalJson {

    private CanonicalJson() {}

    /// @param members values are strings or further maps of the same kind
    static String of(Map<String, ?> members) {
        StringBuilder json = new StringBuilder();
        object(new TreeMap<>(members), json);
        return json.toString();
    }

    private static void object(SortedMap<String, ?> members, StringBuilder json) {
        char before = '{';
        for (Map.Entry<String, ?> member : members.entrySet()) {
            json.append(before);
            string(member.getKey(), json);
            json.append(':');
            value(member.getValue(), json);
            before = ',';
        }
        json.append(members.isEmpty() ? "{}" : "}");
    }

    private static void value(Object value, StringBuilder json) {
        switch (value) {
            case String text -> string(text, json);
            case Map<?, ?> map -> {
                SortedMap<String, Object> members = new TreeMap<>();
                map.forEach((key, inner) -> members.put((String) key, inner));
                object(members, json);
            }
            default -> throw new IllegalArgumentException("no spelling for " + value.getClass());
        }
    }

    private static void string(String text, StringBuilder json) {
        json.append('"');
        text.codePoints().forEach(c -> character(c, json));
        json.append('"');
    }

    private static void character(int c, StringBuilder json) {
        switch (c) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\b' -> json.append("\\b");
            case '\t' -> json.append("\\t");
            case '\n' -> json.append("\\n");
            case '\f' -> json.append("\\f");
            case '\r' -> json.append("\\r");
            default -> {
                if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                    throw new IllegalArgumentException("half a character");
                }
                if (c < ' ') {
                    json.append("\\u%04x".formatted(c));
                } else {
                    json.appendCodePoint(c);
                }
            }
        }
    }
}
