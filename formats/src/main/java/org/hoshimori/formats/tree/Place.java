package org.hoshimori.formats.tree;

/// Where something stands in a file, both counted from 1.
public record Place(int line, int column) {
    /// The beginning; also the place of what stands in no file yet.
    public static final Place START = new Place(1, 1);
}
