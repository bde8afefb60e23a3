package org.hoshimori.rules.sheet;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How text travels in a cell without being taken for something else.
final class CellText {
    /// Beginnings that spreadsheets run as a formula (OWASP, CSV injection), after any quotes of
    /// ours.
    private static final Pattern LIVE = Pattern.compile("'*[=+\\-@\\t\\r\\n＝＋－＠]");

    private static final Pattern QUOTED = Pattern.compile("'+[=+\\-@\\t\\r\\n＝＋－＠]");

    /// ECMA-376 part 1, 22.9.2.19: a character that XML cannot carry, by its number.
    private static final Pattern NUMBERED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private CellText() {}

    /// For CSV: a text that would run as a formula is quoted by an apostrophe. [#fromCsv] takes
    /// exactly that apostrophe off again.
    static String toCsv(String text) {
        return LIVE.matcher(text).lookingAt() ? "'" + text : text;
    }

    static String fromCsv(String cell) {
        return QUOTED.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    }

    /// For a workbook: characters that XML changes or forbids become `_xHHHH_`. A string cell is
    /// never run, so nothing needs quoting.
    static String toXlsx(String text) {
        StringBuilder out = new StringBuilder();
        String safe = NUMBERED.matcher(text).replaceAll("_x005F_x$1_");
        for (int i = 0; i < safe.length(); i++) {
            char c = safe.charAt(i);
            boolean pair =
                    Character.isHighSurrogate(c)
                            && i + 1 < safe.length()
                            && Character.isLowSurrogate(safe.charAt(i + 1));
            if (pair) {
                out.append(c).append(safe.charAt(++i));
            } else if (Character.isSurrogate(c)
                    || c < 0x20 && c != '\n' && c != '\t'
                    || c > 0xFFFD) {
                out.append("_x").append(HexFormat.of().withUpperCase().toHexDigits(c)).append('_');
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    static String fromXlsx(String cell) {
        return cell.contains("_x")
                ? NUMBERED.matcher(cell)
                        .replaceAll(m ->
                                Matcher.quoteReplacement(
                                        String.valueOf((char) Integer.parseInt(m.group(1), 16))))
                : cell;
    }
}
