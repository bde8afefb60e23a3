package org.hoshimori.platform.register;

import java.time.Instant;
import org.hoshimori.log.Hash;

/// That an entry stands in the register, once the caller's transaction is committed.
///
/// @param number its place, from 0
/// @param leaf its hash in the Merkle tree
/// @param content the canonical JSON that was hashed
/// @param at when it was written, to the second
public record Receipt(long number, Hash leaf, String content, Instant at) {}
