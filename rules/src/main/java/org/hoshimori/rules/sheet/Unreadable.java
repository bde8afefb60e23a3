package org.hoshimori.rules.sheet;

import org.hoshimori.rules.Text;

/// Says inside this package that a file cannot be read at all; the doors turn it into a fault.
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Text reason;
    private final transient Text remedy;
    private final int line;
    private final int column;

    Unreadable(Text reason, Text remedy) {
        this(1, 1, reason, remedy);
    }

    Unreadable(int line, int column, Text reason, Text remedy) {
        super(reason.en(), null, false, false);
        this.line = line;
        this.column = column;
        this.reason = reason;
        this.remedy = remedy;
    }

    RowFault in(String file) {
        return new RowFault(file, line, column, null, reason, remedy);
    }
}
