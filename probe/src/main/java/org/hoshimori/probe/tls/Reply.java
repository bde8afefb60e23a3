package org.hoshimori.probe.tls;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.probe.Octets;

/// What a server answers to a ClientHello.
sealed interface Reply {

    /// It chose.
    ///
    /// @param group of the key exchange, where the answer names it
    /// @param signature algorithm the key exchange is signed with; 0 where it is not told (before
    ///   TLS 1.2, without signature, encrypted)
    /// @param primeBits size of the prime of a finite field exchange; 0 for others
    /// @param extensions of the ServerHello by type
    /// @param chain certificates in DER, where they are sent in the clear
    /// @param stapled whether an OCSP response came along
    /// @param raw the ServerHello
    record Chosen(
            Version version,
            Suite suite,
            Optional<Group> group,
            int signature,
            int primeBits,
            int compression,
            boolean sessionId,
            Map<Integer, Octets> extensions,
            List<Octets> chain,
            boolean stapled,
            Octets raw)
            implements Reply {}

    /// It wants none of this.
    record Alert(int level, int code) implements Reply {}

    /// It closed without a word.
    record Closed() implements Reply {}

    /// It answered something else than TLS.
    record Foreign(Octets bytes) implements Reply {}
}
