package org.hoshimori.network;

import java.util.SortedMap;

/// The suppliers of one purchaser whose nearest tier this is.
///
/// @param tier 1 for those it buys from directly
/// @param suppliers distinct companies, at least 1
/// @param below how many of them are below the required level
/// @param minimum their lowest level
/// @param byLevel how many of each level
/// @param unlisted how many of them stand in relations only; their level counts as 0
/// @param unmet relations from the tier before into this tier whose own required level the supplier
///   does not hold
public record Tier(
        int tier,
        int suppliers,
        int below,
        int minimum,
        SortedMap<Integer, Integer> byLevel,
        int unlisted,
        int unmet) {}
