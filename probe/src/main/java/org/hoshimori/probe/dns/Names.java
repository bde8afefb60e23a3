package org.hoshimori.probe.dns;

import java.util.Locale;

/// Domain names as text without the final dot.
public final class Names {

    private Names() {}

    /// What remains without the leftmost label; empty at the top.
    public static String parent(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    /// Lower case and without the final dot.
    public static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    public static int labels(String name) {
        return name.isEmpty() ? 0 : (int) name.chars().filter(c -> c == '.').count() + 1;
    }

    /// Whether `name` is `above` or lies below it.
    public static boolean within(String name, String above) {
        String here = plain(name);
        String there = plain(above);
        return here.equals(there) || here.endsWith("." + there);
    }
}
