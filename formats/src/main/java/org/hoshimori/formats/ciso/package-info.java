/// Libraries of CISO Assistant (YAML): a framework becomes an edition, mapping sets become an OSCAL
/// mapping collection, and an edition becomes a library.
@NullMarked
package org.hoshimori.formats.ciso;

import org.jspecify.annotations.NullMarked;
