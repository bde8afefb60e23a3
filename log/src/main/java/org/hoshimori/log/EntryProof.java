package org.hoshimori.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Everything a stranger needs to know that an entry stands in a log (C2SP tlog-proof): the
/// inclusion proof and the signed checkpoint it leads to, in one text.
public record EntryProof(InclusionProof inclusion, SignedCheckpoint checkpoint) {

    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    public EntryProof {
        if (inclusion.size() != checkpoint.head().size()) {
            throw new IllegalArgumentException("a proof for another tree than the checkpoint's");
        }
    }

    /// What the proof comes to for somebody who trusts certain keys.
    public sealed interface Verdict {

        record Included(long index, List<VerifierKey> by) implements Verdict {}

        /// The checkpoint is genuine and this entry does not stand at that place.
        record NotIncluded() implements Verdict {}

        record BadSignature(VerifierKey key) implements Verdict {}

        record UnknownKey(List<String> signers) implements Verdict {}
    }

    public static Parsed<EntryProof> parse(String text) {
        return Strict.attempt(() -> read(text));
    }

    private static EntryProof read(String text) throws Malformation {
        int blank = text.indexOf("\n\n");
        if (text.length() > Note.LONGEST || blank < 0) {
            throw new Malformation("a proof is its lines, a blank line, and a checkpoint");
        }
        List<String> lines = List.of(text.substring(0, blank).split("\n", -1));
        // The extra line is not authenticated and means nothing to us.
        int at = lines.size() > 1 && lines.get(1).startsWith(EXTRA) ? 2 : 1;
        if (!lines.getFirst().equals(FIRST_LINE)
                || lines.size() <= at
                || !lines.get(at).startsWith(INDEX)
                || lines.size() - at - 1 > InclusionProof.LONGEST_PATH) {
            throw new Malformation("not a " + FIRST_LINE);
        }
        long index = Strict.decimal(lines.get(at).substring(INDEX.length()));
        List<Hash> path = new ArrayList<>();
        for (String line : lines.subList(at + 1, lines.size())) {
            path.add(Hash.read(line));
        }
        SignedCheckpoint checkpoint =
                SignedCheckpoint.read(text.substring(blank + 2).getBytes(StandardCharsets.UTF_8));
        if (index >= checkpoint.head().size()) {
            throw new Malformation("an index beyond the checkpoint");
        }
        return new EntryProof(
                new InclusionProof(index, checkpoint.head().size(), path), checkpoint);
    }

    public String text() {
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        text.append(INDEX).append(inclusion.index()).append('\n');
        inclusion.path().forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint.encoded()).toString();
    }

    /// Judges signature first, then place: without a signature nothing here means anything.
    public Verdict verify(byte[] entry, Collection<VerifierKey> trusted) {
        return switch (checkpoint.verify(trusted)) {
            case Note.Verdict.BadSignature(VerifierKey key) -> new Verdict.BadSignature(key);
            case Note.Verdict.UnknownKey(List<String> signers) -> new Verdict.UnknownKey(signers);
            case Note.Verdict.Verified(List<VerifierKey> by) ->
                    inclusion.proves(Hash.leaf(entry), checkpoint.head())
                            ? new Verdict.Included(inclusion.index(), by)
                            : new Verdict.NotIncluded();
        };
    }
}
