package org.hoshimori.platform.organisation;

import java.util.Arrays;

/// How many people regularly work for a company, in the bands of Japanese business statistics. Its
/// name on a page is the text `organisation.size.BAND`.
public enum Size {
    UP_TO_5("1-5"),
    UP_TO_20("6-20"),
    UP_TO_50("21-50"),
    UP_TO_100("51-100"),
    UP_TO_300("101-300"),
    UP_TO_1000("301-1000"),
    OVER_1000("1001-");

    private final String band;

    Size(String band) {
        this.band = band;
    }

    /// From and to, for example `21-50`; the last band is open: `1001-`.
    public String band() {
        return band;
    }

    /// @throws IllegalArgumentException when there is no such band
    public static Size of(String band) {
        return Arrays.stream(values())
                .filter(size -> size.band.equals(band))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such band: " + band));
    }
}
