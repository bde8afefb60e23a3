package org.hoshimori.platform.assessment;

/// An answer to be saved.
///
/// @param version of the answer it was based on; 0 when there was none
record Change(Said said, int version) {}
