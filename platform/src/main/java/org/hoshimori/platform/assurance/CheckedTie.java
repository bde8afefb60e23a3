package org.hoshimori.platform.assurance;

import org.hoshimori.rules.Code;
import org.hoshimori.rules.Text;

/// What one rule of independence found.
///
/// @param effect what the rule says follows when the tie is found
/// @param words the facts in a sentence of each language
public record CheckedTie(Tie tie, Effect effect, Result result, Text words) {

    /// How one rule came out.
    public enum Result implements Code {
        CLEAR,
        FOUND,
        /// Only the expert can know, and has not been asked yet.
        NOT_DECLARED
    }

    public boolean refuses() {
        return result == Result.FOUND && effect == Effect.REFUSE;
    }
}
