package org.hoshimori.platform.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// The secret of a token: `hoshimori_`, 40 random characters (238 bits) and six that check them.
///
/// The prefix lets secret scanners find a token that slipped into a repository, and the check lets
/// them tell it from any other text without asking us. Letters and digits only: a double click
/// takes it whole.
record Secret(String value) {

    private static final String ALPHABET =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_LETTERS = 40;
    private static final int CHECK_LETTERS = 6;
    private static final String PREFIX = "hoshimori_";

    /// What scanners may look for (docs/reference/api.md).
    static final Pattern FORM =
            Pattern.compile(PREFIX + "[0-9A-Za-z]{" + (RANDOM_LETTERS + CHECK_LETTERS) + "}");

    private static final SecureRandom RANDOM = new SecureRandom();

    static Secret fresh() {
        var letters = new StringBuilder(PREFIX);
        RANDOM.ints(RANDOM_LETTERS, 0, ALPHABET.length())
                .forEach(index -> letters.append(ALPHABET.charAt(index)));
        return new Secret(letters + check(letters.toString()));
    }

    /// @return empty when the text cannot be a token: nobody need look for it
    static Optional<Secret> parse(String text) {
        int end = text.length() - CHECK_LETTERS;
        return FORM.matcher(text).matches()
                        && check(text.substring(0, end)).equals(text.substring(end))
                ? Optional.of(new Secret(text))
                : Optional.empty();
    }

    /// What is stored. The secret is random, so a plain hash cannot be guessed back.
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(value.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    String ending() {
        return value.substring(value.length() - 4);
    }

    /// A secret is not for logs.
    @Override
    public String toString() {
        return PREFIX + "…";
    }

    /// CRC-32 in base 62, most significant first.
    private static String check(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        var letters = new StringBuilder();
        long rest = crc.getValue();
        for (int i = 0; i < CHECK_LETTERS; i++) {
            letters.append(ALPHABET.charAt((int) (rest % ALPHABET.length())));
            rest /= ALPHABET.length();
        }
        return letters.reverse().toString();
    }
}
