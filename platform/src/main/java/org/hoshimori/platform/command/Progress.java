package org.hoshimori.platform.command;

import org.hoshimori.rules.Text;

/// Tells on standard error how far a work has come, once it takes more than two seconds.
final class Progress implements AutoCloseable {
    private static final long PATIENCE = 2_000_000_000L;
    private static final long RHYTHM = 500_000_000L;

    private final Console console;
    private final Text what;
    private final long started = System.nanoTime();
    private long told = started + PATIENCE - RHYTHM;
    private boolean shown;

    /// @param what is counted, such as "rows read"
    Progress(Console console, Text what) {
        this.console = console;
        this.what = what;
    }

    void at(long done) {
        at(done, 0);
    }

    /// @param all how much there is to do; 0 when not known
    synchronized void at(long done, long all) {
        long now = System.nanoTime();
        if (now - told < RHYTHM) {
            return;
        }
        told = now;
        shown = true;
        String count =
                all > 0
                        ? "%,d / %,d (%d%%)".formatted(done, all, done * 100 / all)
                        : "%,d".formatted(done);
        console.err().print("\r… " + count + " " + console.say(what) + "   ");
        console.err().flush();
    }

    @Override
    public synchronized void close() {
        if (shown) {
            console.err().println();
        }
    }
}
