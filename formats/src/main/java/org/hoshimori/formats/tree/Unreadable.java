package org.hoshimori.formats.tree;

import org.hoshimori.rules.Fault;
import org.hoshimori.rules.Text;

/// A file that cannot be read: where and why, with the remedy. The doors turn it into a fault.
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Place place;
    private final transient Text reason;

    public Unreadable(Place place, Text reason) {
        super(reason.en(), null, false, false);
        this.place = place;
        this.reason = reason;
    }

    public Unreadable(Place place, String ja, String en) {
        this(place, new Text(ja, en));
    }

    /// The fault in a file of this name.
    public Fault in(String file) {
        return new Fault(file, place.line(), place.column(), reason);
    }
}
