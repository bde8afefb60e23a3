package org.hoshimori.probe.rating;

/// One rule that one asset fails.
///
/// @param sure false when only a sign points to it, such as a version that may have been repaired
public record Finding(Rule rule, String asset, boolean sure) {}
