package org.hoshimori.platform.notice;

import java.util.List;
import java.util.Optional;

/// What the HTML of a letter shows.
public record LetterView(
        String language,
        String subject,
        String greeting,
        List<String> paragraphs,
        Optional<Letter.Action> action,
        String footer) {}
