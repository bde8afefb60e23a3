/// Reads tables from Parquet files.
@NullMarked
package org.hoshimori.network.parquet;

import org.jspecify.annotations.NullMarked;
