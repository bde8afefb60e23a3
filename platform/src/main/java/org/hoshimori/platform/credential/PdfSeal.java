package org.hoshimori.platform.credential;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Where the seal stands in a PDF: a text of fixed length in the document's catalogue, filled in
/// after the rest was written; the digest is over all bytes before and after it.
///
/// @param before bytes before the seal
/// @param text the seal
/// @param after bytes after the seal
record PdfSeal(byte[] before, String text, byte[] after) {

    /// The catalogue's private key (ISO 32000-1, annex E: a prefix of our own).
    static final String KEY = "HOSHIMORI_Seal";

    private static final String START = "/" + KEY + " (";

    /// What stands in the seal's place until the seal is known.
    static String blank(int length) {
        return ".".repeat(length);
    }

    static byte[] put(byte[] pdf, UnaryOperator<String> seal) {
        PdfSeal open =
                find(pdf).orElseThrow(() -> new IllegalArgumentException("no place for a seal"));
        String text = seal.apply(open.digest());
        if (text.length() != open.text.length()) {
            throw new IllegalStateException("a seal of " + text.length() + " characters");
        }
        byte[] sealed = pdf.clone();
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, sealed, open.before.length, bytes.length);
        return sealed;
    }

    static Optional<PdfSeal> find(byte[] pdf) {
        // One byte is one character, so places in the text are places in the file.
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        int start = text.lastIndexOf(START);
        int end = start < 0 ? -1 : text.indexOf(')', start);
        if (end < 0) {
            return Optional.empty();
        }
        int from = start + START.length();
        return Optional.of(
                new PdfSeal(
                        Arrays.copyOf(pdf, from),
                        text.substring(from, end),
                        Arrays.copyOfRange(pdf, end, pdf.length)));
    }

    String digest() {
        return Sha256.hex(before, after);
    }
}
