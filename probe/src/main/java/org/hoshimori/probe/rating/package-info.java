/// The rating: rules and weights as data, applied to a bundle of observations. Pure functions: the
/// same bundle and the same rules give the same bytes.
@NullMarked
package org.hoshimori.probe.rating;

import org.jspecify.annotations.NullMarked;
