package org.hoshimori.bench;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Searches of the public register as people type them, each in every order.
final class Searches {

    private static final List<String> FILTERS =
            List.of(
                    "",
                    "q=精密",
                    "q=東海",
                    "q=トウカイ",
                    "q=せいみつ",
                    "q=東海精密399",
                    "q=9000000123456",
                    "prefecture=23",
                    "industry=E",
                    "level=4",
                    "prefecture=23&industry=E&level=4",
                    "q=電装&prefecture=01",
                    "q=株式会社 東海",
                    "q=a",
                    "state=registered");
    private static final List<String> SORTS =
            Stream.of("kana", "name", "number", "level", "registered", "until")
                    .flatMap(word -> Stream.of(word, "-" + word))
                    .toList();

    static final int COMBINATIONS = FILTERS.size() * SORTS.size();

    private final Client client;
    private final long[] worst = new long[COMBINATIONS];

    Searches(Client client) {
        this.client = client;
    }

    /// Asks the round's combination; returns the size of the page.
    long search(int round) {
        int combination = round % COMBINATIONS;
        long before = System.nanoTime();
        long size = client.get(address(combination));
        // The first rounds warm up; what counts is the slowest of those that follow.
        if (round >= COMBINATIONS) {
            worst[combination] = Math.max(worst[combination], System.nanoTime() - before);
        }
        return size;
    }

    /// The combinations that took longest, with the slowest time of each.
    List<String> slowest(int most) {
        return IntStream.range(0, COMBINATIONS)
                .boxed()
                .sorted(Comparator.comparingLong(combination -> -worst[combination]))
                .limit(most)
                .map(combination ->
                        String.format(
                                Locale.ROOT,
                                "  %7.2f ms at most: %s",
                                worst[combination] / 1e6,
                                address(combination)))
                .toList();
    }

    private static String address(int combination) {
        return "/register?"
                + URI.create(
                                "http://x/?"
                                        + FILTERS.get(combination % FILTERS.size())
                                                .replace(" ", "%20"))
                        .toASCIIString()
                        .substring("http://x/?".length())
                + "&sort="
                + SORTS.get(combination / FILTERS.size());
    }
}
