/// Draws a network's figures for people who would rather look than read.
@NullMarked
package org.hoshimori.network.picture;

import org.jspecify.annotations.NullMarked;
