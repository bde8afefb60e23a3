package org.hoshimori.platform.credential;

/// Where a certificate's bits stand.
///
/// Certificates are counted from 0 in the order of registration; 131,072 share a pair of lists. OB
/// 3.0 allows one `credentialStatus`, so that one points to `suspension`, whose bit means "not to
/// be accepted now", whatever the reason; a second bit in `revocation` tells what cannot be undone
/// (withdrawn, superseded).
///
/// @param serial the certificate's place in the order of registration, from 0
public record StatusPlace(long serial) {

    public StatusPlace {
        if (serial < 0) {
            throw new IllegalArgumentException("certificates are counted from 0");
        }
    }

    /// The number of the pair of lists, from 1.
    public long block() {
        return serial / StatusBits.LENGTH + 1;
    }

    /// The place in both lists.
    public int index() {
        return (int) (serial % StatusBits.LENGTH);
    }

    /// The first serial of a block.
    public static long firstOf(long block) {
        return (block - 1) * StatusBits.LENGTH;
    }
}
