package org.hoshimori.rules;

import java.math.BigDecimal;

/// A stretch of scores with a meaning.
///
/// @param atLeast the lowest score in it
public record Band(String id, BigDecimal atLeast, Text title) {}
