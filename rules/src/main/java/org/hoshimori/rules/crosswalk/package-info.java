/// What answers to one scheme suggest for another: suggestions with the path they came by, never a
/// pass.
@NullMarked
package org.hoshimori.rules.crosswalk;

import org.jspecify.annotations.NullMarked;
