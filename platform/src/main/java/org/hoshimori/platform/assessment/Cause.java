package org.hoshimori.platform.assessment;

import java.util.Locale;

/// Why a line stands in the history of an answer.
public enum Cause {
    SAVED,
    /// It came too late; somebody else had saved. Kept here so that the text is not lost.
    OVERTAKEN,
    /// Saved after both texts were seen side by side.
    MERGED,
    IMPORTED,
    /// It came from an older edition, whose criterion asks the same.
    CARRIED,
    /// Last year's answer, confirmed anew.
    AFFIRMED,
    /// Evidence was attached; the line's note names it.
    ATTACHED,
    /// Evidence was detached; the line's note names it.
    DETACHED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Cause of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
