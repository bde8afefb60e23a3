/// The verifiable log: Merkle tree, checkpoints, proofs and their offline verification.
@NullMarked
package org.hoshimori.log;

import org.jspecify.annotations.NullMarked;
