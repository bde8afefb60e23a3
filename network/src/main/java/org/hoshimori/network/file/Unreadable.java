package org.hoshimori.network.file;

/// Says that a file cannot be read any further.
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    private final transient RowFault fault;

    public Unreadable(RowFault fault) {
        super(fault.text().en(), null, false, false);
        this.fault = fault;
    }

    public RowFault fault() {
        return fault;
    }
}
