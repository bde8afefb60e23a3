package org.hoshimori.network.file;

/// What to do with a row that cannot be taken.
public enum BadRows {
    /// Nothing is loaded; the faults are named.
    STOP,
    /// The row is left out and counted.
    SKIP
}
