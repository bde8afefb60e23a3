package org.hoshimori.rules;

/// A chapter of the catalogue.
public record Category(String id, Text title) {}
