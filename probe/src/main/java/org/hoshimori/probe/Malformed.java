package org.hoshimori.probe;

import java.io.Serial;

/// Input that cannot be understood, with the place of the fault.
public final class Malformed extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    public Malformed(int line, int column, String problem) {
        super(problem, null, false, false);
        this.line = line;
        this.column = column;
    }

    public Malformed(int column, String problem) {
        this(1, column, problem);
    }

    public Malformed(String problem) {
        this(1, 1, problem);
    }

    /// Counted from 1.
    public int line() {
        return line;
    }

    /// Counted from 1.
    public int column() {
        return column;
    }

    public String problem() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
