/// Which ports answer, what they say when one listens, and which software that is.
@NullMarked
package org.hoshimori.probe.network;

import org.jspecify.annotations.NullMarked;
