package org.hoshimori.log;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Watches that entries are numbered 0, 1, 2, ... and says which are missing or misplaced.
final class Numbering {

    /// Gaps by their first number: last number and the line where the gap was seen.
    private final TreeMap<Long, Gap> gaps = new TreeMap<>();

    private final List<Fault> misplaced = new ArrayList<>();
    private long expected;

    private record Gap(long last, long line) {}

    void see(long number, long line) {
        if (number == expected) {
            expected++;
        } else if (number > expected) {
            gaps.put(expected, new Gap(number - 1, line));
            expected = number + 1;
        } else {
            misplaced.add(new Fault.OutOfOrder(number, line));
            fill(number);
        }
    }

    /// An entry that came late is not missing.
    private void fill(long number) {
        var at = gaps.floorEntry(number);
        if (at == null || at.getValue().last() < number) {
            return;
        }
        Gap gap = at.getValue();
        gaps.remove(at.getKey());
        if (at.getKey() < number) {
            gaps.put(at.getKey(), new Gap(number - 1, gap.line()));
        }
        if (number < gap.last()) {
            gaps.put(number + 1, gap);
        }
    }

    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        gaps.forEach((first, gap) -> faults.add(new Fault.Dropped(first, gap.last(), gap.line())));
        faults.addAll(misplaced);
        return faults;
    }
}
