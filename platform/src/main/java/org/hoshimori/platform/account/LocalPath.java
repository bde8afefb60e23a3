package org.hoshimori.platform.account;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/// Where to go after signing in: a path of this site and nothing else, so that a link in a letter
/// cannot lead elsewhere (open redirect, CWE-601).
record LocalPath(String value) {

    static final LocalPath HOME = new LocalPath("/");

    LocalPath {
        if (!local(value)) {
            throw new IllegalArgumentException("not a path of this site");
        }
    }

    /// @return the path, or the first page when the text is not one
    static LocalPath of(@Nullable String text) {
        return text != null && local(text) ? new LocalPath(text) : HOME;
    }

    boolean home() {
        return equals(HOME);
    }

    private static boolean local(String text) {
        if (text.length() > 2000
                || !text.startsWith("/")
                || text.startsWith("//")
                || text.contains("\\")
                || text.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            return false;
        }
        try {
            URI uri = new URI(text);
            return !uri.isAbsolute() && uri.getRawAuthority() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
