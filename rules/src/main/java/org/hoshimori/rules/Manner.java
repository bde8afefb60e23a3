package org.hoshimori.rules;

import java.util.List;

/// How an edition wants to be answered.
///
/// @param partsAnswerable whether the parts of a criterion may be answered one by one
/// @param words the scheme's own, besides the common five
public record Manner(
        Scale scale, NotApplicable notApplicable, boolean partsAnswerable, List<AnswerWord> words) {
    /// Of a file that says nothing about it.
    public static final Manner PLAIN =
            new Manner(Scale.WORDS, NotApplicable.WITH_REASON, false, List.of());

    public Manner {
        words = List.copyOf(words);
    }
}
