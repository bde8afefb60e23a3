package org.hoshimori.probe.reach;

import java.io.IOException;
import java.io.Serial;

/// Our own guard said no: nothing was sent.
public final class Refusal extends IOException {
    @Serial private static final long serialVersionUID = 1L;

    public Refusal(String why) {
        super(why);
    }
}
