/// What other tools saw, as observations: each names the tool it came from, and its files are read
/// without following anything in them.
@NullMarked
package org.hoshimori.probe.imports;

import org.jspecify.annotations.NullMarked;
