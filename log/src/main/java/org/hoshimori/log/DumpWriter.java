package org.hoshimori.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/// Writes a whole log as one replayable text file, entry by entry, holding nothing back in memory.
/// The format is in docs/reference/log.md.
public final class DumpWriter {

    static final String FIRST_LINE = "hoshimori-register-dump 1";
    static final String ORIGIN = "origin ";
    static final String KEY = "key ";
    static final String ENTRIES = "entries ";

    /// Stands before an entry in base64; every other entry begins with a brace.
    static final String ENCODED = ":";

    private final OutputStream out;
    private final long entries;
    private long written;

    /// Writes the head.
    ///
    /// @param keys the log's verifier keys, for orientation: a reader should know them from
    ///   elsewhere
    /// @param entries how many entries will follow: the size of the newest checkpoint
    public DumpWriter(OutputStream out, String origin, Collection<VerifierKey> keys, long entries)
            throws IOException {
        this.out = out;
        this.entries = entries;
        line(FIRST_LINE);
        line(ORIGIN + origin);
        for (VerifierKey key : keys) {
            line(KEY + key.text());
        }
        line(ENTRIES + entries);
        line("");
    }

    /// Writes the next entry.
    ///
    /// @param leaf the hash that the log has stored for it: also written if it is wrong, so that a
    ///   reader can name the entry that was changed behind the log's back
    public void entry(long number, Hash leaf, byte[] entry) throws IOException {
        written++;
        out.write((number + " " + leaf.base64() + " ").getBytes(StandardCharsets.US_ASCII));
        if (readable(entry)) {
            out.write(entry);
        } else {
            out.write((ENCODED + Bytes.of(entry).base64()).getBytes(StandardCharsets.US_ASCII));
        }
        out.write('\n');
    }

    /// Writes the end.
    ///
    /// @param checkpoints oldest first; the last is of the whole log, earlier ones help to say
    ///   where a change was made
    public void finish(List<SignedCheckpoint> checkpoints) throws IOException {
        if (checkpoints.isEmpty() || checkpoints.getLast().head().size() != entries) {
            throw new IllegalArgumentException("the last checkpoint is of all " + entries);
        }
        if (written != entries) {
            throw new IllegalStateException(entries + " announced, " + written + " written");
        }
        for (SignedCheckpoint checkpoint : checkpoints) {
            line("");
            out.write(checkpoint.encoded().getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
    }

    /// JSON on one line is written as it is: people read dumps with their own eyes.
    private static boolean readable(byte[] entry) {
        if (entry.length == 0 || entry[0] != '{') {
            return false;
        }
        return switch (Strict.attempt(() -> Strict.utf8(entry))) {
            case Parsed.Read<String>(String text) -> Strict.isLine(text);
            case Parsed.Malformed<String> _ -> false;
        };
    }

    private void line(String text) throws IOException {
        out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
