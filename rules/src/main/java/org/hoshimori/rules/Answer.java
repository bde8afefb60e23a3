package org.hoshimori.rules;

/// One answer (回答).
///
/// @param detail free words; the reason when the criterion is said not to apply; empty for none
public record Answer(AnswerValue value, String detail) {
    public Answer(AnswerValue value) {
        this(value, "");
    }
}
