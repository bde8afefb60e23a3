/// Judges the answers of millions of companies at once, in columns of bits.
@NullMarked
package org.hoshimori.rules.bulk;

import org.jspecify.annotations.NullMarked;
