/// Measures the supply network beside other engines and the machine's limits; not shipped.
@NullMarked
package org.hoshimori.bench.network;

import org.jspecify.annotations.NullMarked;
