package org.hoshimori.rules;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A word of a scheme's own scale of answers, such as `temporary-deficiency` in CMMC.
///
/// @param means what it amounts to in the common scale
/// @param points what it adds to a sum; null where the scheme adds none
/// @param aliases other spellings that are read as this word
public record AnswerWord(
        String word,
        AnswerValue means,
        @Nullable BigDecimal points,
        Text title,
        List<String> aliases) {
    public AnswerWord {
        aliases = List.copyOf(aliases);
    }
}
