/// Measures the engine: one evaluation, a nation judged in columns beside databases, and all stored
/// assessments under another edition.
@NullMarked
package org.hoshimori.bench.rules;

import org.jspecify.annotations.NullMarked;
