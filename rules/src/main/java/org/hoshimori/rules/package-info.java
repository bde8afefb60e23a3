/// Schemes as data, answers evaluated against them, and every result explained. Pure functions over
/// values.
@NullMarked
package org.hoshimori.rules;

import org.jspecify.annotations.NullMarked;
