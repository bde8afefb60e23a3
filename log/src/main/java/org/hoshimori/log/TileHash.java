package org.hoshimori.log;

/// A hash with its place among the tiles.
///
/// @param level level of the tile, 0 for leaves
/// @param index place within the level, from 0, across tiles
public record TileHash(int level, long index, Hash hash) {}
