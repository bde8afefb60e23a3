package org.hoshimori.probe.mail;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.hoshimori.probe.Malformed;

/// A list of `tag=value` pieces between semicolons, as DKIM, DMARC, MTA-STS, TLS-RPT and BIMI write
/// it (RFC 6376, section 3.2).
///
/// @param byName names in lower case
record Tags(Map<String, String> byName) {

    static Tags parse(String text) throws Malformed {
        Map<String, String> byName = new LinkedHashMap<>();
        int column = 1;
        for (String piece : text.split(";", -1)) {
            if (!piece.isBlank()) {
                int sign = piece.indexOf('=');
                String name =
                        sign < 0 ? "" : piece.substring(0, sign).strip().toLowerCase(Locale.ROOT);
                if (!name.matches("[a-z][a-z0-9_]*")) {
                    throw new Malformed(column, "not tag=value: " + piece.strip());
                }
                if (byName.putIfAbsent(name, piece.substring(sign + 1).strip()) != null) {
                    throw new Malformed(column, "tag " + name + " appears twice");
                }
            }
            column += piece.length() + 1;
        }
        return new Tags(byName);
    }

    String get(String name, String otherwise) {
        return byName.getOrDefault(name, otherwise);
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    /// Whether the first piece is `v=` with this value, as every one of these records begins.
    boolean version(String value) {
        return byName.entrySet().stream()
                .findFirst()
                .filter(first -> first.getKey().equals("v") && first.getValue().equals(value))
                .isPresent();
    }
}
