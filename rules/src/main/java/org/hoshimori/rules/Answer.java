package org.hoshimori.rules;

/// One answer (回答).
///
/// @param word what was said in the scheme's own words (`temporary-deficiency`, `major`, `4/3`);
///   the code of `value` when the scheme has none of its own
/// @param detail free words; the reason when the criterion is said not to apply; empty for none
public record Answer(AnswerValue value, String word, String detail) {
    public Answer(AnswerValue value, String detail) {
        this(value, value.code(), detail);
    }

    public Answer(AnswerValue value) {
        this(value, "");
    }
}
