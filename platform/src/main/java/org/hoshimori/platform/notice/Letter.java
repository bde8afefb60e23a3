package org.hoshimori.platform.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hoshimori.platform.web.Language;

/// A letter before it is written down. Header lines cannot be smuggled in: every control character
/// in a name or subject becomes a space.
///
/// @param kind what it is about, for example `sign-in`
/// @param to the reader's address
/// @param name the reader's name; empty when not known
/// @param paragraphs what it says
/// @param action the one thing to do, if any
/// @param uselessAfter when it is no longer worth sending
public record Letter(
        String kind,
        String to,
        String name,
        Language language,
        String subject,
        List<String> paragraphs,
        Optional<Action> action,
        Optional<Instant> uselessAfter) {

    /// A link in a letter.
    public record Action(String label, String link) {}

    public Letter {
        if (!to.matches("[^\\s<>@,;:\"]+@[^\\s<>@,;:\"]+")) {
            throw new IllegalArgumentException("not a mail address");
        }
        name = line(name);
        subject = line(subject);
        paragraphs = List.copyOf(paragraphs);
    }

    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
