package org.hoshimori.network;

/// What was met while a network was built.
///
/// @param companies of the network
/// @param relations distinct pairs of the network
/// @param doubled relations that named a pair once more; their weights were added up
/// @param selfSupply relations of a company with itself; left out
/// @param isolated companies without any relation
/// @param unlisted companies that stand in relations but not in the list of companies; their level
///   counts as 0
public record Counts(
        int companies, int relations, long doubled, long selfSupply, int isolated, int unlisted) {}
