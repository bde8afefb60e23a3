package org.hoshimori.log;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/// The leaf hashes of a dump, as noted in it and as computed from its entries, 32 bytes an entry.
final class Leaves {

    /// @param line of the dump
    record Difference(long line, Hash noted, Hash computed) {}

    private byte[] noted = new byte[1 << 16];
    private int count;
    private final Map<Long, Difference> differences = new HashMap<>();

    void add(DumpLine line, long lineNumber) {
        Hash computed = Hash.leaf(line.entry());
        if (!computed.equals(line.leaf())) {
            differences.put((long) count, new Difference(lineNumber, line.leaf(), computed));
        }
        if ((count + 1) * (long) Hash.SIZE > noted.length) {
            noted = Arrays.copyOf(noted, Math.multiplyExact(noted.length, 2));
        }
        System.arraycopy(line.leaf().bytes().raw(), 0, noted, count * Hash.SIZE, Hash.SIZE);
        count++;
    }

    long count() {
        return count;
    }

    /// Where noted and computed differ, by place in the file.
    Map<Long, Difference> differences() {
        return differences;
    }

    /// The roots over the entries themselves, at those of the sizes that there are entries for.
    Map<Long, Hash> computedRoots(Collection<Long> sizes) {
        return roots(sizes, true);
    }

    /// The roots over the hashes noted beside the entries.
    Map<Long, Hash> notedRoots(Collection<Long> sizes) {
        return roots(sizes, false);
    }

    private Map<Long, Hash> roots(Collection<Long> sizes, boolean computed) {
        Map<Long, Hash> roots = new HashMap<>();
        Frontier frontier = Frontier.EMPTY;
        for (long size : new TreeSet<>(sizes)) {
            while (frontier.size() < Math.min(size, count)) {
                frontier = frontier.append(leaf(frontier.size(), computed)).frontier();
            }
            if (frontier.size() == size) {
                roots.put(size, frontier.root());
            }
        }
        return roots;
    }

    private Hash leaf(long at, boolean computed) {
        Difference difference = differences.get(at);
        if (computed && difference != null) {
            return difference.computed();
        }
        int from = Math.toIntExact(at * Hash.SIZE);
        return Hash.of(Arrays.copyOfRange(noted, from, from + Hash.SIZE));
    }
}
