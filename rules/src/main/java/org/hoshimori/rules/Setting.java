package org.hoshimori.rules;

import java.math.BigDecimal;

/// A figure of a rule that the public sources do not tell, or that an operator may choose.
///
/// @param value what is used when nobody says otherwise
public record Setting(String id, BigDecimal value, Text title, Confidence confidence) {}
