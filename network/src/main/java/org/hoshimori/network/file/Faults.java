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

    /// Adds what was found in a part of the file, as far as one reader would have read.
    ///
    /// @param lines before the part
    void add(Faults part, long lines, BadRows choice) {
        for (RowFault fault : part.named) {
            if (enough(choice)) {
                return;
            }
            add(fault.after(lines));
        }
        count += part.count - part.named.size();
    }

    /// Whether reading on would name nothing more.
    boolean enough(BadRows choice) {
        return choice == BadRows.STOP && count >= NAMED;
    }

    long count() {
        return count;
    }

    List<RowFault> named() {
        return named;
    }
}
