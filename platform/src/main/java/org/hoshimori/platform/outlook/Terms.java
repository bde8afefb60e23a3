package org.hoshimori.platform.outlook;

import java.math.BigDecimal;
import org.hoshimori.rules.CompanySize;

/// What a company's plans are reckoned with.
///
/// @param size which column of our estimates holds for it
/// @param dayRate yen that one person-day of its own people costs, 0 to 10,000,000
/// @param people how many of them work on it at a time, 0.1 to 1000
/// @param years of which the yearly cost counts, 1 to 10
public record Terms(CompanySize size, long dayRate, BigDecimal people, int years) {}
