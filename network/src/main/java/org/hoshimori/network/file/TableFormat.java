package org.hoshimori.network.file;

import java.io.IOException;
import java.nio.file.Path;

/// A format of tables beside CSV, found by [java.util.ServiceLoader]: its library stays out of the
/// core.
public interface TableFormat {
    /// Whether a file that begins with these bytes (up to 16) is of this format.
    boolean recognises(byte[] head);

    /// Opens a table; its first row holds the names of the columns.
    ///
    /// @throws Unreadable when it is not of this format after all
    Table open(Path file) throws IOException, Unreadable;
}
