package org.hoshimori.rules;

import java.util.Locale;

/// One fault in a scheme file, at the place to repair it.
///
/// @param line counted from 1
/// @param column counted from 1
public record Fault(String file, int line, int column, Text message) {
    /// `schemes/scs/2026-03-27.yaml:120:9: criterion 4-1-3-2: unknown key "txt"`.
    public String in(Locale locale) {
        return file + ":" + line + ":" + column + ": " + message.in(locale);
    }
}
