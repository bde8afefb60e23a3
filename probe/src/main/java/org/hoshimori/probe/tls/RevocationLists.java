package org.hoshimori.probe.tls;

import org.hoshimori.probe.Octets;

/// Where certificate revocation lists are had from.
public interface RevocationLists {

    /// What became of asking for one.
    sealed interface Answer {}

    /// @param list as it came, DER or PEM
    record Had(Octets list) implements Answer {}

    /// @param why in a few words
    record Missed(String why) implements Answer {}

    /// @param address a web address, as a certificate names it
    Answer at(String address);
}
