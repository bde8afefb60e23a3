package org.hoshimori.platform.command;

import java.util.function.Consumer;
import org.hoshimori.rules.Json;

/// What a question over a network found.
///
/// @param members writes it into an open object
/// @param lines tells it to people
record NetworkAnswer(Consumer<Json> members, Runnable lines) {}
