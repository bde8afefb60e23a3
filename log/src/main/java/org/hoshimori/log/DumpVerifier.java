package org.hoshimori.log;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Verifies a whole dump: every entry is hashed again and the roots are compared with what the log
/// has signed. Needs 32 bytes of memory an entry.
public final class DumpVerifier {

    /// Faults that are listed; one is enough to refuse a dump.
    public static final int MOST_FAULTS = 100;

    private static final int MOST_CHECKPOINTS = 10_000;

    private final List<VerifierKey> trusted;
    private final List<SignedCheckpoint> older;

    /// @param trusted keys of the log known from elsewhere; if empty, the dump's own are taken
    /// @param older checkpoints kept from earlier days, which the dump must continue
    public DumpVerifier(Collection<VerifierKey> trusted, Collection<SignedCheckpoint> older) {
        this.trusted = List.copyOf(trusted);
        this.older = List.copyOf(older);
    }

    /// @param in buffered; read to its end
    public DumpVerdict verify(InputStream in) {
        DumpLines lines = new DumpLines(in);
        try {
            return verify(lines);
        } catch (Malformation e) {
            return new DumpVerdict.Unreadable(lines.number(), e.reason());
        }
    }

    private DumpVerdict verify(DumpLines lines) throws Malformation {
        DumpHead head = DumpHead.read(lines);
        Leaves leaves = new Leaves();
        Numbering numbering = new Numbering();
        boolean whole = entries(lines, leaves, numbering);
        long end = lines.number();
        List<Fault> faults = new ArrayList<>(numbering.faults());
        List<SignedCheckpoint> own = whole ? checkpoints(lines) : List.of();
        if (own.isEmpty() || lines.cut()) {
            faults.add(new Fault.Truncated(head.entries(), leaves.count(), lines.number()));
        }
        List<VerifierKey> keys = trusted.isEmpty() ? head.keys() : trusted;
        Stream.concat(own.stream(), older.stream())
                .forEach(checkpoint -> authenticate(checkpoint, head.origin(), keys, faults));
        faults.addAll(contents(head, leaves, own, end, faults.isEmpty()));
        if (!faults.isEmpty()) {
            List<Fault> named = faults.stream().distinct().limit(MOST_FAULTS).toList();
            return new DumpVerdict.Faulty(head.origin(), leaves.count(), named);
        }
        SignedCheckpoint newest = own.getLast();
        List<VerifierKey> by =
                keys.stream()
                        .filter(key -> newest.note().signatures().stream().anyMatch(key::made))
                        .toList();
        int checkpoints = own.size() + older.size();
        return new DumpVerdict.Intact(
                head.origin(), newest.head(), by, !trusted.isEmpty(), checkpoints);
    }

    /// Reads entries up to the blank line; false if the file ends before it.
    private static boolean entries(DumpLines lines, Leaves leaves, Numbering numbering)
            throws Malformation {
        Optional<String> line = lines.next();
        while (line.isPresent() && !line.get().isEmpty()) {
            DumpLine entry = DumpLine.read(line.get());
            leaves.add(entry, lines.number());
            numbering.see(entry.number(), lines.number());
            line = lines.next();
        }
        return line.isPresent();
    }

    /// Reads signed checkpoints: each is text, a blank line, signature lines; a blank line parts
    /// them.
    private static List<SignedCheckpoint> checkpoints(DumpLines lines) throws Malformation {
        List<SignedCheckpoint> checkpoints = new ArrayList<>();
        StringBuilder note = new StringBuilder();
        boolean signatures = false;
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            String text = line.get();
            if (text.isEmpty() && signatures) {
                add(checkpoints, note);
                signatures = false;
            } else {
                signatures |= text.isEmpty();
                note.append(text).append('\n');
            }
        }
        // A note that the file breaks off in is no checkpoint: the dump is cut short there.
        if (signatures && !lines.cut() && !note.toString().endsWith("\n\n")) {
            add(checkpoints, note);
            return checkpoints;
        }
        return note.isEmpty() && !lines.cut() ? checkpoints : List.of();
    }

    private static void add(List<SignedCheckpoint> checkpoints, StringBuilder note)
            throws Malformation {
        if (checkpoints.size() == MOST_CHECKPOINTS) {
            throw new Malformation("more than " + MOST_CHECKPOINTS + " checkpoints");
        }
        checkpoints.add(SignedCheckpoint.read(note.toString().getBytes(StandardCharsets.UTF_8)));
        note.setLength(0);
    }

    private static void authenticate(
            SignedCheckpoint checkpoint,
            String origin,
            List<VerifierKey> keys,
            List<Fault> faults) {
        long size = checkpoint.head().size();
        if (!checkpoint.checkpoint().origin().equals(origin)) {
            faults.add(new Fault.WrongOrigin(origin, checkpoint.checkpoint().origin()));
        }
        switch (checkpoint.verify(keys)) {
            case Note.Verdict.Verified _ -> {}
            case Note.Verdict.BadSignature(VerifierKey key) ->
                    faults.add(new Fault.BadSignature(key, size));
            case Note.Verdict.UnknownKey(List<String> signers) ->
                    faults.add(new Fault.UnknownKey(String.join(", ", signers), size));
        }
    }

    /// Compares the entries with the checkpoints.
    ///
    /// @param end the line after the last entry
    /// @param complete whether the entries are all there and in order: otherwise roots say nothing
    private List<Fault> contents(
            DumpHead head, Leaves leaves, List<SignedCheckpoint> own, long end, boolean complete) {
        List<Fault> faults = new ArrayList<>();
        List<Long> sizes =
                Stream.concat(own.stream(), older.stream())
                        .map(checkpoint -> checkpoint.head().size())
                        .toList();
        Map<Long, Hash> computed = leaves.computedRoots(sizes);
        boolean rootsHold =
                own.stream().allMatch(c -> c.head().root().equals(computed.get(c.head().size())));
        Differences differences = new Differences(leaves.differences());
        faults.addAll(
                rootsHold && !own.isEmpty() ? differences.wrongHashes() : differences.rewritten());
        if (!complete) {
            return faults;
        }
        coverage(head, own.getLast().head().size(), leaves.count(), end).ifPresent(faults::add);
        boolean pinned = own.stream().allMatch(c -> agrees(c, leaves.notedRoots(sizes)));
        if (!rootsHold && !(pinned && !faults.isEmpty())) {
            firstDifference(own, computed).ifPresent(faults::add);
        }
        for (SignedCheckpoint checkpoint : older) {
            Hash root = computed.get(checkpoint.head().size());
            if (root == null) {
                faults.add(new Fault.Shortened(checkpoint.head().size(), leaves.count()));
            } else if (!root.equals(checkpoint.head().root())) {
                faults.add(
                        new Fault.NotConsistent(
                                checkpoint.head().size(), root, checkpoint.head().root()));
            }
        }
        return faults;
    }

    private static Optional<Fault> coverage(DumpHead head, long signed, long found, long end) {
        if (signed > found) {
            return Optional.of(new Fault.Dropped(found, signed - 1, end));
        }
        if (signed < found) {
            return Optional.of(new Fault.Unsigned(signed, found));
        }
        return head.entries() == found
                ? Optional.empty()
                : Optional.of(new Fault.Truncated(head.entries(), found, end));
    }

    private static boolean agrees(SignedCheckpoint checkpoint, Map<Long, Hash> roots) {
        return checkpoint.head().root().equals(roots.get(checkpoint.head().size()));
    }

    /// The change lies after the newest checkpoint that still holds, within the first that does
    /// not.
    private static Optional<Fault> firstDifference(
            List<SignedCheckpoint> own, Map<Long, Hash> computed) {
        List<SignedCheckpoint> bySize =
                own.stream()
                        .filter(c -> computed.containsKey(c.head().size()))
                        .sorted(java.util.Comparator.comparingLong(c -> c.head().size()))
                        .toList();
        long intact = 0;
        for (SignedCheckpoint checkpoint : bySize) {
            TreeHead signed = checkpoint.head();
            Hash root = computed.getOrDefault(signed.size(), Hash.EMPTY_TREE);
            if (!root.equals(signed.root())) {
                return Optional.of(
                        new Fault.RootDiffers(intact, signed.size() - 1, root, signed.root()));
            }
            intact = signed.size();
        }
        return Optional.empty();
    }
}
