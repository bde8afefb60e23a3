/// Files people fill in: answers as CSV and XLSX, and the scheme's official sheet, read without
/// trusting them and written without changing what is not ours.
@NullMarked
package org.hoshimori.rules.sheet;

import org.jspecify.annotations.NullMarked;
