package org.hoshimori.network.file;

/// The same words in Japanese and in English.
public record Phrase(String ja, String en) {}
