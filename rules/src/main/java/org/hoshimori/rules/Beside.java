package org.hoshimori.rules;

import org.jspecify.annotations.Nullable;

/// What is known of an edition besides its file. Only the placing is part of its rules.
record Beside(
        Placing placing,
        @Nullable SheetForm form,
        @Nullable OfficialWording wording,
        @Nullable Holidays holidays) {
    static final Beside NOTHING = new Beside(Placing.NONE, null, null, null);

    Beside with(Placing other) {
        return new Beside(other, form, wording, holidays);
    }

    Beside with(SheetForm other) {
        return new Beside(placing, other, wording, holidays);
    }

    Beside without() {
        return new Beside(Placing.NONE, form, null, holidays);
    }
}
