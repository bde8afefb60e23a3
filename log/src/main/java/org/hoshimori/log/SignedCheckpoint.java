package org.hoshimori.log;

import java.nio.charset.StandardCharsets;
import java.util.Collection;

/// A checkpoint with its signatures. Believe it only after [#verify].
public record SignedCheckpoint(Checkpoint checkpoint, Note note) {

    public SignedCheckpoint {
        if (!note.text().equals(checkpoint.text())) {
            throw new IllegalArgumentException("the note signs another checkpoint");
        }
    }

    public static SignedCheckpoint sign(Checkpoint checkpoint, SignerKey... signers) {
        return new SignedCheckpoint(checkpoint, Note.sign(checkpoint.text(), signers));
    }

    public static Parsed<SignedCheckpoint> parse(byte[] bytes) {
        return Strict.attempt(() -> read(bytes));
    }

    public static Parsed<SignedCheckpoint> parse(String text) {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    static SignedCheckpoint read(byte[] bytes) throws Malformation {
        Note note = Note.read(bytes);
        return new SignedCheckpoint(Checkpoint.read(note.text()), note);
    }

    public TreeHead head() {
        return checkpoint.head();
    }

    public String encoded() {
        return note.encoded();
    }

    public Note.Verdict verify(Collection<VerifierKey> trusted) {
        return note.verify(trusted);
    }
}
