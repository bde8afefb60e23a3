package org.hoshimori.platform.web;

import java.util.List;

/// Paths that anyone may open without signing in; each module declares its own as a bean.
///
/// @param patterns Spring path patterns, for example `/register/**`
public record OpenPaths(List<String> patterns) {

    public OpenPaths {
        patterns = List.copyOf(patterns);
    }

    public static OpenPaths of(String... patterns) {
        return new OpenPaths(List.of(patterns));
    }
}
