package org.hoshimori.platform.web;

import java.io.Serial;

/// The page does not exist, or not for this visitor: both look the same from outside (404).
public final class NotFound extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    public NotFound() {
        super("no such page");
    }
}
