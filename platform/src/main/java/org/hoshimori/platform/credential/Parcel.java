package org.hoshimori.platform.credential;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A file taken apart: the credential in it, the proofs beside it, and the seal around it.
///
/// @param kind `pdf`, `json` or `jwt`
/// @param credential the signed credential
/// @param bundle the proof bundle, unless the file is the bare credential
record Parcel(String kind, String credential, Optional<ProofBundle> bundle, Wax wax) {

    /// Says whether the file's seal holds.
    interface Wax {
        boolean holds(Issuer issuer);
    }

    sealed interface Opened {
        record Whole(Parcel parcel) implements Opened {}

        /// It is a certificate of this kind, and damaged.
        record Damaged(String why) implements Opened {}

        /// It is something else.
        record Foreign() implements Opened {}
    }

    static Opened open(byte[] file) {
        String start =
                new String(file, 0, Math.min(file.length, 1024), StandardCharsets.ISO_8859_1);
        if (start.contains("%PDF-")) {
            return CertificatePdfReader.open(file);
        }
        String text;
        try {
            text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(file))
                            .toString()
                            .strip();
        } catch (CharacterCodingException e) {
            String raw = new String(file, StandardCharsets.ISO_8859_1);
            // One flipped bit can break UTF-8 or the first letters of a PDF.
            return raw.contains(PdfSeal.KEY)
                            || raw.contains(ProofBundle.FORMAT)
                            || looksLikeJws(raw.strip())
                    ? new Opened.Damaged("not UTF-8")
                    : new Opened.Foreign();
        }
        if (looksLikeJws(text)) {
            return new Opened.Whole(new Parcel("jwt", text, Optional.empty(), issuer -> true));
        }
        return openJson(text);
    }

    private static Opened openJson(String text) {
        boolean ours = text.contains("\"credential\"") && text.contains("\"inclusion_proof\"");
        try {
            ProofBundle bundle = ProofBundle.read(text);
            return new Opened.Whole(
                    new Parcel("json", bundle.credential(), Optional.of(bundle), bundle::sealed));
        } catch (Unreadable e) {
            return ours || text.contains(ProofBundle.FORMAT)
                    ? new Opened.Damaged(e.why())
                    : new Opened.Foreign();
        }
    }

    /// Two dots, hardly anything that is not base64url, and long: a signature, perhaps a damaged
    /// one.
    private static boolean looksLikeJws(String text) {
        long foreign = text.chars().filter(c -> !isBase64Url(c) && c != '.').count();
        return text.length() > 500
                && foreign <= 1
                && text.chars().filter(c -> c == '.').count() <= 3
                && text.indexOf('.') >= 0;
    }

    private static boolean isBase64Url(int c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '-'
                || c == '_';
    }
}
