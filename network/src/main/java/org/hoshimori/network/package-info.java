/// Immutable snapshots of a supply network and the questions that are asked of them.
@NullMarked
package org.hoshimori.network;

import org.jspecify.annotations.NullMarked;
