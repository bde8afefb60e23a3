package org.hoshimori.rules;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// Answers that are numbers.
public final class Numbers {
    private static final Pattern POINTS = Pattern.compile("\\d{1,6}(\\.\\d{1,2})?");

    private Numbers() {}

    /// Two maturities from 1 to 5.
    public record Pair(int documentation, int implementation) {
        /// `3/4`.
        public String word() {
            return documentation + "/" + implementation;
        }

        /// Three is where a control is documented and in place; below it something is missing.
        public AnswerValue means() {
            int least = Math.min(documentation, implementation);
            return least >= 3
                    ? AnswerValue.MET
                    : least == 2 ? AnswerValue.PARTIAL : AnswerValue.NOT_MET;
        }
    }

    /// Points written as a plain decimal number.
    public static Optional<BigDecimal> points(String word) {
        return POINTS.matcher(word).matches()
                ? Optional.of(new BigDecimal(word))
                : Optional.empty();
    }

    /// `3/4`, or `3` for both.
    public static Optional<Pair> pair(String word) {
        int length = word.length();
        if (length != 1 && (length != 3 || "/;|".indexOf(word.charAt(1)) < 0)) {
            return Optional.empty();
        }
        int first = word.charAt(0) - '0';
        int second = word.charAt(length - 1) - '0';
        return first >= 1 && first <= 5 && second >= 1 && second <= 5
                ? Optional.of(new Pair(first, second))
                : Optional.empty();
    }
}
