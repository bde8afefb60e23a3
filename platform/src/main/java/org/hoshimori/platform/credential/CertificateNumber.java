package org.hoshimori.platform.credential;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The number people read out and type in, such as `SCS3-2026-000123-P`: scheme and level, year of
/// registration, serial of that year, and a check character.
///
/// The check character is ISO/IEC 7064 MOD 37,36 over everything before it: every single wrong
/// character and nearly every swap of neighbours is noticed.
///
/// @param value the number as it is printed
public record CertificateNumber(String value) {

    private static final Pattern FORM =
            Pattern.compile("([A-Z]{2,6}[0-9])-?([0-9]{4})-?([0-9]{6,8})-?([0-9A-Z])");
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int CHARACTERS = ALPHABET.length();

    public CertificateNumber {
        if (!parse(value).map(number -> number.equals(value)).orElse(false)) {
            throw new IllegalArgumentException("not a certificate number: " + value);
        }
    }

    /// @param scheme id of the scheme, letters
    /// @param serial from 1, counted by scheme, level and year
    public static CertificateNumber of(String scheme, String level, int year, long serial) {
        String body =
                String.format(
                        Locale.ROOT,
                        "%s%s-%04d-%06d",
                        scheme.toUpperCase(Locale.ROOT),
                        level,
                        year,
                        serial);
        return new CertificateNumber(body + "-" + check(body));
    }

    /// Reads what a person typed: full-width characters, lower case, spaces and other dashes are
    /// accepted.
    ///
    /// @return empty when it is no certificate number, or the check character does not fit
    public static Optional<CertificateNumber> read(String typed) {
        String plain =
                Normalizer.normalize(typed, Normalizer.Form.NFKC)
                        .toUpperCase(Locale.ROOT)
                        .replaceAll("[\\s\\p{Pd}−ー]+", "");
        return parse(plain).map(CertificateNumber::new);
    }

    private static Optional<String> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String body = form.group(1) + "-" + form.group(2) + "-" + form.group(3);
        return form.group(4).charAt(0) == check(body)
                ? Optional.of(body + "-" + form.group(4))
                : Optional.empty();
    }

    private static char check(String body) {
        int state = CHARACTERS;
        for (char character : body.replace("-", "").toCharArray()) {
            state = (state + ALPHABET.indexOf(character)) % CHARACTERS;
            state = (state == 0 ? CHARACTERS : state) * 2 % (CHARACTERS + 1);
        }
        return ALPHABET.charAt((CHARACTERS + 1 - state) % CHARACTERS);
    }

    @Override
    public String toString() {
        return value;
    }
}
