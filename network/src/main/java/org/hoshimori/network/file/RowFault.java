package org.hoshimori.network.file;

/// Why something of a file cannot be taken, and what to do about it.
///
/// @param file as it was named
/// @param line from 1; 0 when the whole file is meant
/// @param column in characters, or the number of the field in formats without lines; from 1
public record RowFault(String file, long line, int column, Phrase reason) {
    /// The same fault with so many lines before it.
    RowFault after(long lines) {
        return line == 0 ? this : new RowFault(file, line + lines, column, reason);
    }

    /// `file:line:column: reason`.
    public Phrase text() {
        String place = line == 0 ? file : file + ":" + line + ":" + column;
        return new Phrase(place + ": " + reason.ja(), place + ": " + reason.en());
    }
}
