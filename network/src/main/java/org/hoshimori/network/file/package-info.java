/// Reads relations and companies from files, and names every row that cannot be read.
@NullMarked
package org.hoshimori.network.file;

import org.jspecify.annotations.NullMarked;
