package org.hoshimori.platform.certificate;

import java.util.List;
import java.util.Optional;
import org.hoshimori.platform.credential.CertificateFacts;
import org.hoshimori.platform.credential.Step;

/// A verdict as the page shows it.
///
/// @param word the verdict's word, or `unreadable`, `unknown-number`, `no-code`, `elsewhere`
/// @param detail what the word's text needs: a number, an address
/// @param here whether this register issued it
public record Verified(
        String word,
        String detail,
        List<Step> steps,
        Optional<CertificateFacts> facts,
        boolean here) {

    public Verified {
        steps = List.copyOf(steps);
    }

    static Verified without(String word, String detail) {
        return new Verified(word, detail, List.of(), Optional.empty(), false);
    }
}
