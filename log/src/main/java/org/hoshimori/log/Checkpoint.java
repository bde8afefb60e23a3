package org.hoshimori.log;

import java.util.List;

/// What a log says of itself at one moment (C2SP tlog-checkpoint): the text that it signs.
///
/// @param origin which log, such as `register.example/log`
/// @param extensions further lines, opaque; usually none
public record Checkpoint(String origin, TreeHead head, List<String> extensions) {

    private static final int FIXED_LINES = 3;

    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (origin.isEmpty() || !Strict.isLine(origin)) {
            throw new IllegalArgumentException("an origin is one line");
        }
        if (!extensions.stream().allMatch(line -> !line.isEmpty() && Strict.isLine(line))) {
            throw new IllegalArgumentException("an extension is one line that is not empty");
        }
    }

    public Checkpoint(String origin, TreeHead head) {
        this(origin, head, List.of());
    }

    static Checkpoint read(String text) throws Malformation {
        List<String> lines = List.of(text.split("\n", -1));
        // The text of a note ends with a newline, so the last piece is empty.
        List<String> full = lines.subList(0, lines.size() - 1);
        if (full.size() < FIXED_LINES || full.stream().anyMatch(String::isEmpty)) {
            throw new Malformation("a checkpoint is origin, size, root and nothing empty");
        }
        long size = Strict.decimal(full.get(1));
        Hash root = Hash.read(full.get(2));
        if (size == 0 && !root.equals(Hash.EMPTY_TREE)) {
            throw new Malformation("a checkpoint of nothing with a root of something");
        }
        return new Checkpoint(
                full.getFirst(), new TreeHead(size, root), full.subList(FIXED_LINES, full.size()));
    }

    /// The lines that are signed.
    public String text() {
        StringBuilder text = new StringBuilder(origin).append('\n');
        text.append(head.size()).append('\n').append(head.root().base64()).append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
