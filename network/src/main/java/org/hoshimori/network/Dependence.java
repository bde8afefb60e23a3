package org.hoshimori.network;

/// How a purchaser depends on a supplier; a relation may be of several kinds, or of none that is
/// known.
public enum Dependence {
    /// The supplier holds the purchaser's secrets.
    SECRETS,
    /// A stop of the supplier stops the purchaser.
    STOP,
    /// The supplier reaches into the purchaser's systems.
    ACCESS;

    /// The bit of this kind in [Adjacency#kinds(int)].
    public int bit() {
        return 1 << ordinal();
    }
}
