/// The only way out: which addresses may be contacted, how often, and connections whose time and
/// size are bounded whatever the other side does.
@NullMarked
package org.hoshimori.probe.reach;

import org.jspecify.annotations.NullMarked;
