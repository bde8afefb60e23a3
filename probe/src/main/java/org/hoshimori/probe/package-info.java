/// Looks at hosts from outside and keeps what it saw as observations with raw proof: no opinions,
/// no database, nothing but what any client may ask.
@NullMarked
package org.hoshimori.probe;

import org.jspecify.annotations.NullMarked;
