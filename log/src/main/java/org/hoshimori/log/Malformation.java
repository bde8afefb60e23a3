package org.hoshimori.log;

/// How this package's readers give up on a text; it leaves the package only as [Parsed.Malformed].
final class Malformation extends Exception {

    private static final long serialVersionUID = 1;

    private final String reason;

    Malformation(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
