package org.hoshimori.network.file;

import java.util.ArrayList;
import java.util.List;

/// Gathers faults; names the first and counts the rest.
final class Faults {
    /// How many are named.
    static final int NAMED = 20;

    private final List<RowFault> named = new ArrayList<>();
    private long count;

    void add(RowFault fault) {
        if (named.size() < NAMED) {
            named.add(fault);
        }
        count++;
    }

    long count() {
        return count;
    }

    List<RowFault> named() {
        return named;
    }
}
