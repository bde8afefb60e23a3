/// Plans and runs the checks for each target, many targets at once, and turns what they saw into
/// observations.
@NullMarked
package org.hoshimori.probe.run;

import org.jspecify.annotations.NullMarked;
