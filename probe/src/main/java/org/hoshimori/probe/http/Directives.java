package org.hoshimori.probe.http;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// `name=value; name; …`, as HSTS and cookies write their attributes. Of double names the first
/// counts.
record Directives(Map<String, String> byName, boolean doubled) {

    static Directives parse(String text) {
        Map<String, String> byName = new LinkedHashMap<>();
        boolean doubled = false;
        for (String piece : text.split(";")) {
            int sign = piece.indexOf('=');
            String name =
                    (sign < 0 ? piece : piece.substring(0, sign)).strip().toLowerCase(Locale.ROOT);
            String value = sign < 0 ? "" : piece.substring(sign + 1).strip();
            if (value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")) {
                value = value.substring(1, value.length() - 1);
            }
            if (!name.isEmpty()) {
                doubled |= byName.putIfAbsent(name, value) != null;
            }
        }
        return new Directives(byName, doubled);
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    String get(String name) {
        return byName.getOrDefault(name, "");
    }
}
