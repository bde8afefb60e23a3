package org.hoshimori.rules.sheet;

import java.util.Locale;
import org.hoshimori.rules.Text;

/// Something that was understood although it was written differently, or that was left aside: said
/// so that nobody wonders.
public record Notice(String file, int line, int column, Text message) {
    /// `answers.csv:12:1: "４-１-３-２" was read as 4-1-3-2`
    public String in(Locale locale) {
        return file + ":" + line + ":" + column + ": " + message.in(locale);
    }
}
