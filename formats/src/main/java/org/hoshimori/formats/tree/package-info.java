/// One neutral tree for JSON and YAML that keeps every value as it was spelled and knows its place,
/// read within bounds.
@NullMarked
package org.hoshimori.formats.tree;

import org.jspecify.annotations.NullMarked;
