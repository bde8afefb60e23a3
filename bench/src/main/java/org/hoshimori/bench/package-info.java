/// Measures the product over real HTTP beside a named limit in the same run
/// (docs/reference/performance.md).
@NullMarked
package org.hoshimori.bench;

import org.jspecify.annotations.NullMarked;
