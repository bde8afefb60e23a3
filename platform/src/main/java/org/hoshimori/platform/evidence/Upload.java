package org.hoshimori.platform.evidence;

import java.io.InputStream;

/// A file on its way in.
///
/// @param name as the sender calls it
/// @param claimed the media type the sender names; empty when none
record Upload(String name, String claimed, InputStream content) {}
