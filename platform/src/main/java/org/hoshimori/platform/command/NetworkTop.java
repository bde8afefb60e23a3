package org.hoshimori.platform.command;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.hoshimori.network.Top;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// How many companies are listed: a choice that several questions share.
final class NetworkTop {
    private static final int USUAL = 20;
    private static final int MOST = 1_000_000;

    @CommandLine.Option(names = "--top", paramLabel = "N")
    private @Nullable Integer top;

    boolean within(Console console) {
        return NetworkAsker.within(console, "--top", count(), 0, MOST);
    }

    int count() {
        return top == null ? USUAL : top;
    }

    /// The companies with the largest values; every company, in order of its number, for a program
    /// that did not say how many.
    int[] of(int companies, boolean program, IntToDoubleFunction value) {
        return top == null && program
                ? IntStream.range(0, companies).toArray()
                : Top.of(companies, count(), value);
    }
}
