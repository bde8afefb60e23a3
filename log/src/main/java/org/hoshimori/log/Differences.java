package org.hoshimori.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Names what happened to entries whose content is not what their noted hash says.
record Differences(Map<Long, Leaves.Difference> byEntry) {

    /// The signed root holds over the entries, so the notes are wrong.
    List<Fault> wrongHashes() {
        List<Fault> faults = new ArrayList<>();
        new TreeMap<>(byEntry)
                .forEach((entry, d) -> faults.add(new Fault.WrongLeafHash(entry, d.line())));
        return faults;
    }

    /// The notes hold, so entries are wrong: two that are found under each other's hash were
    /// swapped.
    List<Fault> rewritten() {
        Map<Hash, Long> byNote = new HashMap<>();
        byEntry.forEach((entry, difference) -> byNote.put(difference.noted(), entry));
        List<Fault> faults = new ArrayList<>();
        new TreeMap<>(byEntry)
                .forEach((entry, difference) -> {
                    Long other = byNote.get(difference.computed());
                    if (other == null || !isSwap(entry, other)) {
                        faults.add(new Fault.Rewritten(entry, difference.line()));
                    } else if (entry < other) {
                        faults.add(new Fault.Swapped(entry, other, difference.line()));
                    }
                });
        return faults;
    }

    private boolean isSwap(long entry, long other) {
        Leaves.Difference there = byEntry.get(other);
        Leaves.Difference here = byEntry.get(entry);
        return there != null && here != null && there.computed().equals(here.noted());
    }
}
