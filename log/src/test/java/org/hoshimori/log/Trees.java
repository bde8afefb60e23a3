package org.hoshimori.log;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Trees to test with: the definitions of RFC 6962 word by word, and tiles in memory.
final class Trees {

    private Trees() {}

    static byte[] entry(long number) {
        return ("{\"entry\":" + number + "}").getBytes(StandardCharsets.UTF_8);
    }

    static List<Hash> leaves(int size) {
        return IntStream.range(0, size).mapToObj(n -> Hash.leaf(entry(n))).toList();
    }

    /// MTH of RFC 6962, section 2.1.
    static Hash root(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.EMPTY_TREE;
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        return Hash.node(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
    }

    static TreeHead head(List<Hash> leaves) {
        return new TreeHead(leaves.size(), root(leaves));
    }

    /// Tiles as appending stores them.
    static final class Memory implements TileReader {

        private final Map<String, Hash> hashes = new HashMap<>();
        private Frontier frontier = Frontier.EMPTY;

        Memory(List<Hash> leaves) {
            leaves.forEach(this::append);
        }

        void append(Hash leaf) {
            Frontier.Appended appended = frontier.append(leaf);
            frontier = appended.frontier();
            for (TileHash hash : appended.stored()) {
                if (hashes.put(hash.level() + "/" + hash.index(), hash.hash()) != null) {
                    throw new AssertionError("stored twice: " + hash);
                }
            }
        }

        Frontier frontier() {
            return frontier;
        }

        int stored() {
            return hashes.size();
        }

        @Override
        public List<Hash> read(Tile tile) {
            long first = tile.index() * Tile.FULL;
            return LongStream.range(first, first + tile.width())
                    .mapToObj(index -> hashes.get(tile.level() + "/" + index))
                    .toList();
        }
    }
}
