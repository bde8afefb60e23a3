package org.hoshimori.platform.credential;

import java.io.Serial;

/// How this package's readers give up on something foreign; it leaves the package only as a
/// verdict.
final class Unreadable extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    Unreadable(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
