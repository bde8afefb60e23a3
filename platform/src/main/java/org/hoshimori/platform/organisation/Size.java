package org.hoshimori.platform.organisation;

import java.util.OptionalInt;

/// How many people regularly work for a company, in the bands of Japanese business statistics.
public enum Size {
    UP_TO_5(5),
    UP_TO_20(20),
    UP_TO_50(50),
    UP_TO_100(100),
    UP_TO_300(300),
    UP_TO_1000(1000),
    OVER_1000(-1);

    private final int most;

    Size(int most) {
        this.most = most;
    }

    /// @return the largest number of people in this band; empty for the last one
    public OptionalInt most() {
        return most < 0 ? OptionalInt.empty() : OptionalInt.of(most);
    }
}
