package org.hoshimori.platform.assessment;

/// Somebody who looks at the same assessment just now.
///
/// @param criterion the one that is open there
public record Person(String name, String criterion) {}
