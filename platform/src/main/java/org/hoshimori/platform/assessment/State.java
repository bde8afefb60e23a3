package org.hoshimori.platform.assessment;

import java.util.Locale;

/// How a criterion stands in the tree.
public enum State {
    MET("met"),
    NOT_MET("not-met"),
    NOT_APPLICABLE("not-applicable"),
    /// Said not to apply, but the reason is missing: does not count.
    WITHOUT_REASON("returned"),
    UNANSWERED("unanswered"),
    /// Last year's answer waits to be affirmed.
    SUGGESTED("suggested"),
    /// The expert returned it, and nobody touched it since.
    RETURNED("returned");

    private final String style;

    State(String style) {
        this.style = style;
    }

    /// The class in the style sheet.
    public String style() {
        return style;
    }

    /// The end of its message key.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether somebody still has to do something here.
    public boolean waits() {
        return switch (this) {
            case MET, NOT_APPLICABLE -> false;
            case NOT_MET, WITHOUT_REASON, UNANSWERED, SUGGESTED, RETURNED -> true;
        };
    }

    /// Whether nothing was said yet, or it must be said anew.
    public boolean unanswered() {
        return switch (this) {
            case WITHOUT_REASON, UNANSWERED, SUGGESTED, RETURNED -> true;
            case MET, NOT_MET, NOT_APPLICABLE -> false;
        };
    }
}
