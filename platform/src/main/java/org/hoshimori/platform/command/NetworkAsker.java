package org.hoshimori.platform.command;

import java.util.OptionalInt;
import org.hoshimori.network.Network;
import org.hoshimori.rules.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// Who asks, how far, and for which level: options that several questions share.
final class NetworkAsker {
    private static final int DEEPEST = 1000;

    @CommandLine.Option(names = "--purchaser", paramLabel = "ID")
    private @Nullable String purchaser;

    @CommandLine.Option(names = "--depth", paramLabel = "N")
    private int depth;

    @CommandLine.Option(names = "--required", paramLabel = "LEVEL")
    private int required = 3;

    /// @param depth how far it goes when nothing is said
    NetworkAsker(int depth) {
        this.depth = depth;
    }

    int depth() {
        return depth;
    }

    int required() {
        return required;
    }

    /// Whether one purchaser asks, rather than everybody.
    boolean one() {
        return purchaser != null;
    }

    /// The purchaser's name; empty when nobody in particular asks.
    String name() {
        return purchaser == null ? "" : purchaser;
    }

    /// False when a number is out of range, which has then been told.
    boolean within(Console console) {
        return within(console, "--depth", depth, 1, DEEPEST)
                && within(console, "--required", required, 0, Byte.MAX_VALUE);
    }

    /// As [#within(Console)], and somebody must ask.
    boolean named(Console console) {
        if (purchaser == null) {
            console.fault(new Text("--purchaserが要ります", "--purchaser is needed"));
        }
        return purchaser != null && within(console);
    }

    /// The purchaser's number, or empty when it is not there, which has then been told.
    OptionalInt in(Network network, NetworkInput input) {
        return input.company(network, name());
    }

    static boolean within(Console console, String option, long value, long least, long most) {
        if (value < least || value > most) {
            console.fault(
                    new Text(
                            "%sは%dから%dです: %d".formatted(option, least, most, value),
                            "%s is from %d to %d: %d".formatted(option, least, most, value)));
            return false;
        }
        return true;
    }
}
