package org.hoshimori.platform.command;

import org.hoshimori.rules.Text;

/// What numbers a question over a network takes; what is outside is told.
final class NetworkLimits {
    private static final int DEEPEST = 1000;

    private NetworkLimits() {}

    static boolean depth(Console console, int depth) {
        return within(console, "--depth", depth, 1, DEEPEST);
    }

    static boolean level(Console console, int level) {
        return within(console, "--required", level, 0, Byte.MAX_VALUE);
    }

    static boolean within(Console console, String option, int value, int least, int most) {
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
