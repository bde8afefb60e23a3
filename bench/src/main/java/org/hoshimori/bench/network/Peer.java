package org.hoshimori.bench.network;

import java.util.List;
import java.util.OptionalDouble;

/// Another engine that holds the same network and is asked the same questions.
interface Peer extends AutoCloseable {
    String name();

    /// Suppliers of each tier.
    List<Integer> tiers(int purchaser, int depth);

    /// The mean exposure of all who buy, through three tiers; empty when it cannot be asked.
    default OptionalDouble exposure() {
        return OptionalDouble.empty();
    }

    /// How many strongly connected cores there are; 0 when it cannot be asked.
    default int cores() {
        return 0;
    }

    /// The sum over all companies of their suppliers within three tiers, estimated; empty when it
    /// cannot be asked.
    default OptionalDouble rollUp() {
        return OptionalDouble.empty();
    }

    @Override
    default void close() {}
}
