package org.hoshimori.platform.register;

import java.util.List;
import java.util.Optional;

/// One page of a search.
///
/// @param count how many there are in all
/// @param next token of the next page
public record Found(List<Registration> registrations, long count, Optional<String> next) {}
