package org.hoshimori.rules.sheet;

import java.util.Locale;
import org.hoshimori.rules.Text;
import org.jspecify.annotations.Nullable;

/// One fault in a file that somebody filled in: where it is, what is wrong, and what to do about
/// it.
///
/// @param line row of a sheet or line of a text, counted from 1
/// @param column column counted from 1
/// @param cell the cell's name in a workbook (`L12`); null in a text file
public record RowFault(
        String file, int line, int column, @Nullable String cell, Text reason, Text remedy) {
    /// `answers.csv:12:1: there is no criterion 4-1-3-9; did you mean 4-1-3-2?`
    public String in(Locale locale) {
        String at =
                cell == null
                        ? ""
                        : locale.getLanguage().equals("ja")
                                ? "セル" + cell + ": "
                                : "cell " + cell + ": ";
        String separator = locale.getLanguage().equals("ja") ? "。" : "; ";
        return file
                + ":"
                + line
                + ":"
                + column
                + ": "
                + at
                + reason.in(locale)
                + separator
                + remedy.in(locale);
    }
}
