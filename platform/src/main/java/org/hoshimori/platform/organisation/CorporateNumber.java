package org.hoshimori.platform.organisation;

import java.text.Normalizer;

/// 法人番号: twelve digits with a check digit in front of them, given by the National Tax Agency.
///
/// The check digit is `9 - (sum of digit × weight mod 9)`, with the weights 1, 2, 1, 2, … from the
/// last digit on (法人番号の指定等に関する省令, article 2).
///
/// @param value thirteen digits, the check digit first
public record CorporateNumber(String value) {

    private static final int LENGTH = 13;

    public CorporateNumber {
        if (!value.matches("[0-9]{13}")
                || value.charAt(0) - '0' != checkDigit(value.substring(1))) {
            throw new IllegalArgumentException("not a corporate number: " + value);
        }
    }

    /// What somebody typed into a field for a corporate number.
    public sealed interface Reading {
        record Read(CorporateNumber number) implements Reading {}

        /// Nothing but spaces.
        record Missing() implements Reading {}

        /// Something else than digits, spaces and hyphens.
        record NotDigits(String found) implements Reading {}

        record WrongLength(int digits) implements Reading {}

        /// @param given the first digit as typed
        /// @param expected what it must be if the other twelve are right
        record WrongCheckDigit(int given, int expected) implements Reading {}
    }

    /// Reads a number as people write it: full-width digits, spaces and hyphens of every kind.
    public static Reading parse(String text) {
        String digits =
                Normalizer.normalize(text, Normalizer.Form.NFKC)
                        .replaceAll("[\\s\\p{Z}\\p{Pd}\\u2212\\u30FC]", "");
        if (digits.isEmpty()) {
            return new Reading.Missing();
        }
        if (!digits.matches("[0-9]+")) {
            String found = digits.replaceAll("[0-9]", "");
            return new Reading.NotDigits(found.substring(0, found.offsetByCodePoints(0, 1)));
        }
        if (digits.length() != LENGTH) {
            return new Reading.WrongLength(digits.length());
        }
        int given = digits.charAt(0) - '0';
        int expected = checkDigit(digits.substring(1));
        return given == expected
                ? new Reading.Read(new CorporateNumber(digits))
                : new Reading.WrongCheckDigit(given, expected);
    }

    /// The number in groups, easier to compare by eye: 7-0000-1205-0002.
    public String grouped() {
        return String.join(
                "-",
                value.substring(0, 1),
                value.substring(1, 5),
                value.substring(5, 9),
                value.substring(9));
    }

    /// @param twelve the digits after the check digit
    static int checkDigit(String twelve) {
        int sum = 0;
        for (int place = 0; place < twelve.length(); place++) {
            int digit = twelve.charAt(twelve.length() - 1 - place) - '0';
            sum += digit * (place % 2 == 0 ? 1 : 2);
        }
        return 9 - sum % 9;
    }

    @Override
    public String toString() {
        return value;
    }
}
