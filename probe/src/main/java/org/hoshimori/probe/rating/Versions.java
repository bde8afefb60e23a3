package org.hoshimori.probe.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Orders versions by their numbers and letters: 9.2 before 9.2p1 before 9.10; 1.0.1 before 1.0.1g.
final class Versions {

    private static final Pattern PIECE = Pattern.compile("\\d+|[a-z]+");

    private Versions() {}

    static int compare(String one, String other) {
        List<String> here = pieces(one);
        List<String> there = pieces(other);
        for (int i = 0; i < Math.max(here.size(), there.size()); i++) {
            int order = compare(here, there, i);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compare(List<String> here, List<String> there, int at) {
        if (at >= here.size() || at >= there.size()) {
            return Integer.compare(here.size(), there.size());
        }
        boolean number = Character.isDigit(here.get(at).charAt(0));
        if (number != Character.isDigit(there.get(at).charAt(0))) {
            return number ? 1 : -1;
        }
        return number
                ? new java.math.BigInteger(here.get(at))
                        .compareTo(new java.math.BigInteger(there.get(at)))
                : here.get(at).compareTo(there.get(at));
    }

    private static List<String> pieces(String version) {
        List<String> pieces = new ArrayList<>();
        Matcher matcher = PIECE.matcher(version.toLowerCase(java.util.Locale.ROOT));
        while (matcher.find()) {
            pieces.add(matcher.group());
        }
        return pieces;
    }
}
