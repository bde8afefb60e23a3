package org.hoshimori.platform.register;

import java.time.Instant;

/// An entry as it stands in the register.
///
/// @param number its place, from 0
public record Written(long number, Instant at, Entry entry) {}
