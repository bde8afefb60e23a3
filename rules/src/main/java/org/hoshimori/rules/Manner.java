package org.hoshimori.rules;

import java.util.List;

/// How an edition wants to be answered.
///
/// @param partsAnswerable whether the parts of a criterion may be answered one by one
/// @param placedByFile whether which level asks a criterion may be told by the file of answers,
///   since the publisher's own sheet knows it and the public does not
/// @param words the scheme's own, besides the common five
public record Manner(
        Scale scale,
        NotApplicable notApplicable,
        boolean partsAnswerable,
        boolean placedByFile,
        List<AnswerWord> words) {
    /// Of a file that says nothing about it.
    public static final Manner PLAIN =
            new Manner(Scale.WORDS, NotApplicable.WITH_REASON, false, false, List.of());

    public Manner {
        words = List.copyOf(words);
    }
}
