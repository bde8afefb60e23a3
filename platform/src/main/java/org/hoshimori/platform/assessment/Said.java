package org.hoshimori.platform.assessment;

import java.util.Optional;
import org.hoshimori.rules.AnswerValue;

/// What somebody says about a criterion, before it is anybody's saved answer.
///
/// @param value empty: unanswered
/// @param word the same in the scheme's own words; the code of `value` where it has none
/// @param reason why it does not apply; up to [#LONGEST] characters
/// @param note how the company does it; up to [#LONGEST] characters
public record Said(Optional<AnswerValue> value, String word, String reason, String note) {

    /// The longest text, in characters.
    public static final int LONGEST = 4000;

    /// Nothing said.
    public static final Said NOTHING = new Said(Optional.empty(), "", "");

    public Said {
        // A browser's line ends are CRLF; the same words must be the same bytes when frozen.
        reason = reason.replace("\r\n", "\n").strip();
        note = note.replace("\r\n", "\n").strip();
    }

    public Said(Optional<AnswerValue> value, String reason, String note) {
        this(value, value.map(AnswerValue::code).orElse(""), reason, note);
    }

    public Said(AnswerValue value, String reason, String note) {
        this(Optional.of(value), reason, note);
    }

    /// Whether it was said in words that only this scheme has.
    public boolean ownWord() {
        return value.isPresent() && !value.get().code().equals(word);
    }

    boolean tooLong() {
        return reason.length() > LONGEST || note.length() > LONGEST;
    }

    /// Reads the spelling of files and forms; empty when it is none of them.
    static Optional<AnswerValue> value(String code) {
        for (AnswerValue value : AnswerValue.values()) {
            if (value.code().equals(code)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
