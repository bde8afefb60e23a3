package org.hoshimori.formats.oscal;

import java.util.Locale;
import java.util.regex.Pattern;
import org.hoshimori.formats.tree.Tree;
import org.hoshimori.rules.Code;

/// The types of single values, with the forms that the official JSON schemas demand.
enum Datatype implements Code {
    STRING("\\S(.*\\S)?"),
    TOKEN("[\\p{L}_][\\p{L}\\p{N}.\\-_]*"),
    UUID("[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[45][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}"),
    URI("[a-zA-Z][a-zA-Z0-9+\\-.]+:.+"),
    URI_REFERENCE("[^\\s]*"),
    DATETIME("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[-+]\\d\\d:\\d\\d)"),
    DATE("\\d{4}-\\d\\d-\\d\\d(Z|[-+]\\d\\d:\\d\\d)?"),
    EMAIL_ADDRESS(".+@.+"),
    BASE64("[0-9A-Za-z+/\\s]+={0,2}\\s*"),
    INTEGER("-?\\d+"),
    DECIMAL("-?\\d+(\\.\\d+)?"),
    BOOLEAN("true|false|0|1"),
    /// Markdown in one line.
    LINE("[^\\n]+"),
    /// Markdown in paragraphs.
    MULTI("(?s).*");

    private final Pattern form;

    Datatype(String form) {
        this.form = Pattern.compile(form);
    }

    static Datatype of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    boolean admits(String text) {
        return text.length() > 100_000 || form.matcher(text).matches();
    }

    boolean markup() {
        return this == LINE || this == MULTI;
    }

    /// How JSON spells such a value.
    Tree.Form form(String text) {
        return switch (this) {
            case INTEGER, DECIMAL -> admits(text) ? Tree.Form.NUMBER : Tree.Form.TEXT;
            case BOOLEAN ->
                    text.equals("true") || text.equals("false") ? Tree.Form.TRUTH : Tree.Form.TEXT;
            default -> Tree.Form.TEXT;
        };
    }
}
