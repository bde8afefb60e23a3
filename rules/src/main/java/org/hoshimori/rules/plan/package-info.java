/// The way to the next level: which measures, in which order, for how much.
@NullMarked
package org.hoshimori.rules.plan;

import org.jspecify.annotations.NullMarked;
