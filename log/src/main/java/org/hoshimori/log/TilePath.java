package org.hoshimori.log;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The tail `N[.p/W]` that tiles and entry bundles share (C2SP tlog-tiles): 1234067 is written
/// `x001/x234/067`.
record TilePath(long index, int width) {

    /// Enough for every index a long can hold.
    private static final int LONGEST_NUMBER = 48;

    private static final Pattern SHAPE =
            Pattern.compile("((?:x[0-9]{3}/)*)([0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");
    private static final int GROUP = 1000;

    TilePath {
        if (index < 0 || width < 1 || width > Tile.FULL) {
            throw new IllegalArgumentException("no tile " + index + " of width " + width);
        }
    }

    static TilePath read(String text) throws Malformation {
        Matcher matcher = SHAPE.matcher(text);
        if (text.length() > LONGEST_NUMBER || !matcher.matches()) {
            throw new Malformation("not a tile path");
        }
        String digits = matcher.group(1).replaceAll("[x/]", "") + matcher.group(2);
        if (digits.length() > 3 && digits.startsWith("000")) {
            throw new Malformation("a tile path with needless leading zeroes");
        }
        long index = Strict.decimal(digits.replaceFirst("^0+(?=.)", ""));
        List<String> partial = java.util.stream.Stream.ofNullable(matcher.group(3)).toList();
        int width = partial.isEmpty() ? Tile.FULL : Integer.parseInt(partial.getFirst());
        if (width > Tile.FULL || (width == Tile.FULL && !partial.isEmpty())) {
            throw new Malformation("a partial tile has 1 to 255 hashes");
        }
        return new TilePath(index, width);
    }

    String text() {
        StringBuilder path = new StringBuilder("%03d".formatted(index % GROUP));
        for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
            path.insert(0, "x%03d/".formatted(rest % GROUP));
        }
        return width == Tile.FULL ? path.toString() : path + ".p/" + width;
    }
}
