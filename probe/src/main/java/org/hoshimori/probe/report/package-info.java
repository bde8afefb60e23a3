/// The report for people: one page that loads nothing, and the same on paper; grade, pictures, and
/// how to repair each thing, what helps most first.
@NullMarked
package org.hoshimori.probe.report;

import org.jspecify.annotations.NullMarked;
