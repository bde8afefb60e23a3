package org.hoshimori.platform.scheme;

import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Level;
import org.hoshimori.rules.Text;

/// What levels are called where several schemes stand side by side.
public final class Titles {

    /// The scheme this house runs: its stars need no other name.
    private static final String OWN = "scs";

    private Titles() {}

    /// `★3`; for other schemes with their name: `CMMC Level 2`.
    public static Text of(Edition edition, Level level) {
        Text scheme = edition.header().shortTitle();
        if (edition.scheme().equals(OWN) || level.title().en().startsWith(scheme.en())) {
            return level.title();
        }
        return new Text(
                scheme.ja() + " " + level.title().ja(), scheme.en() + " " + level.title().en());
    }
}
