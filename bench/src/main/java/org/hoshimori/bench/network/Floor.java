package org.hoshimori.bench.network;

import java.util.stream.IntStream;
import org.hoshimori.network.Network;

/// What the machine can do at most, on every core.
final class Floor {
    private static final int PIECES = 32;
    private static final int COPIED = 1 << 24;

    private Floor() {}

    /// Milliseconds of a step over relations: reading targets and weights in a row and one number
    /// at random for each, without rows.
    static double gather(Network network) {
        int m = network.relations();
        int[] targets = new int[m];
        float[] weights = new float[m];
        float[] values = new float[network.companies()];
        for (int i = 0, e = 0; i < network.companies(); i++) {
            for (int r = network.suppliers().first(i); r < network.suppliers().end(i); r++, e++) {
                targets[e] = network.suppliers().company(r);
                weights[e] = network.suppliers().weight(r);
            }
        }
        return Clock.median(() ->
                IntStream.range(0, PIECES)
                        .parallel()
                        .mapToDouble(p -> {
                            float sum = 0;
                            int end = cut(m, p + 1);
                            for (int e = cut(m, p); e < end; e++) {
                                sum += weights[e] * values[targets[e]];
                            }
                            return sum;
                        })
                        .sum());
    }

    /// Milliseconds in which a step reads where each company's relations begin and writes what came
    /// of them, one company after the other: what is to be added to the gather.
    static double rows(Network network) {
        int n = network.companies();
        int[] starts = new int[n + 1];
        for (int i = 0; i < n; i++) {
            starts[i + 1] = network.suppliers().end(i);
        }
        float[] results = new float[n];
        return Clock.median(() ->
                IntStream.range(0, PIECES)
                        .parallel()
                        .map(p -> {
                            int end = cut(n, p + 1);
                            for (int i = cut(n, p); i < end; i++) {
                                results[i] = starts[i + 1] - starts[i];
                            }
                            return end;
                        })
                        .sum());
    }

    /// Bytes a second that a plain copy of an array reads (it writes as many).
    static double copy() {
        long[] from = new long[COPIED];
        long[] to = new long[COPIED];
        double time =
                Clock.median(() ->
                        IntStream.range(0, PIECES)
                                .parallel()
                                .map(p -> {
                                    int start = cut(COPIED, p);
                                    System.arraycopy(
                                            from, start, to, start, cut(COPIED, p + 1) - start);
                                    return start;
                                })
                                .sum());
        return COPIED * 8.0 / time * 1000;
    }

    /// Milliseconds in which every core reads numbers at random from a table, none of which says
    /// where the next one is.
    ///
    /// @param places a power of two
    static double looks(long count, int places) {
        long[] table = new long[places];
        return Clock.median(() ->
                IntStream.range(0, PIECES)
                        .parallel()
                        .mapToLong(p -> {
                            long sum = 0;
                            long at = p;
                            for (long i = count * p / PIECES; i < count * (p + 1) / PIECES; i++) {
                                at = at * 0x5851f42d4c957f2dL + 0x14057b7ef767814fL;
                                sum += table[(int) (at >>> 33) & places - 1];
                            }
                            return sum;
                        })
                        .sum());
    }

    private static int cut(int all, int piece) {
        return (int) ((long) all * piece / PIECES);
    }
}
