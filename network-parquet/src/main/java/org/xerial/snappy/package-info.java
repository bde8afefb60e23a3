/// One class under the name by which the Parquet library looks for it.
@NullMarked
package org.xerial.snappy;

import org.jspecify.annotations.NullMarked;
