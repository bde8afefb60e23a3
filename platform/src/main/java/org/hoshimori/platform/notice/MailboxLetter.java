package org.hoshimori.platform.notice;

import java.time.Instant;
import java.util.List;

/// A letter as the demo's mailbox shows it.
public record MailboxLetter(
        String id,
        String name,
        String address,
        String language,
        String subject,
        List<Part> parts,
        Instant at) {

    /// A piece of the letter's text, or a link in it.
    public record Part(String text, boolean link) {}

    /// Somebody who got letters.
    public record Person(String address, String name) {}
}
