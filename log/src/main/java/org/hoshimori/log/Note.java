package org.hoshimori.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// A text that one or more keys have signed (C2SP signed-note).
///
/// @param text ends with a newline; no other control characters
/// @param signatures 1 to 100, of known and unknown keys
public record Note(String text, List<NoteSignature> signatures) {

    /// Bytes of the longest note that is read.
    public static final int LONGEST = 1_000_000;

    private static final int MOST_SIGNATURES = 100;

    public Note {
        signatures = List.copyOf(signatures);
        if (!isText(text)) {
            throw new IllegalArgumentException(
                    "the text of a note is lines, each ended by a newline");
        }
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new IllegalArgumentException("a note has 1 to 100 signatures");
        }
    }

    /// What the signatures come to for somebody who trusts certain keys.
    public sealed interface Verdict {

        /// @param by the trusted keys whose signatures hold, at least one
        record Verified(List<VerifierKey> by) implements Verdict {}

        /// A trusted key is named and its signature does not fit the text.
        record BadSignature(VerifierKey key) implements Verdict {}

        /// None of the trusted keys has signed.
        record UnknownKey(List<String> signers) implements Verdict {}
    }

    public static Note sign(String text, SignerKey... signers) {
        return new Note(text, Stream.of(signers).map(signer -> signer.sign(text)).toList());
    }

    /// Reads a note as it is served.
    public static Parsed<Note> parse(byte[] bytes) {
        return Strict.attempt(() -> read(bytes));
    }

    public static Parsed<Note> parse(String note) {
        return parse(note.getBytes(StandardCharsets.UTF_8));
    }

    static Note read(byte[] bytes) throws Malformation {
        if (bytes.length > LONGEST) {
            throw new Malformation("a note of more than " + LONGEST + " bytes");
        }
        String note = Strict.utf8(bytes);
        // The last blank line parts text and signatures: the text may have blank lines of its own.
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0 || !note.endsWith("\n") || blank + 2 == note.length()) {
            throw new Malformation("a note is text, a blank line, and signature lines");
        }
        String text = note.substring(0, blank + 1);
        if (!isText(text)) {
            throw new Malformation("control characters in the text of a note");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : note.substring(blank + 2, note.length() - 1).split("\n", -1)) {
            if (signatures.size() == MOST_SIGNATURES) {
                throw new Malformation("more than " + MOST_SIGNATURES + " signatures");
            }
            signatures.add(NoteSignature.read(line));
        }
        return new Note(text, signatures);
    }

    /// The note as it is served, in UTF-8.
    public String encoded() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()).append('\n'));
        return note.toString();
    }

    /// Judges the signatures: unknown ones are ignored, a bad one of a trusted key refuses the
    /// note.
    public Verdict verify(Collection<VerifierKey> trusted) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        List<VerifierKey> by = new ArrayList<>();
        for (NoteSignature signature : signatures) {
            for (VerifierKey key : trusted) {
                if (key.made(signature)) {
                    if (!key.verifies(message, signature.signature())) {
                        return new Verdict.BadSignature(key);
                    }
                    by.add(key);
                }
            }
        }
        return by.isEmpty()
                ? new Verdict.UnknownKey(signatures.stream().map(NoteSignature::name).toList())
                : new Verdict.Verified(by.stream().distinct().toList());
    }

    private static boolean isText(String text) {
        return text.endsWith("\n") && Stream.of(text.split("\n", -1)).allMatch(Strict::isLine);
    }
}
