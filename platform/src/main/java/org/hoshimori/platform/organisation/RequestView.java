package org.hoshimori.platform.organisation;

import java.time.Instant;
import java.util.UUID;

/// Somebody who asks to join, as the people's page shows it.
public record RequestView(UUID id, String name, String email, String message, Instant at) {}
