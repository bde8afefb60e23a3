package org.hoshimori.platform.command;

import java.util.concurrent.locks.LockSupport;
import org.hoshimori.rules.Text;
import org.jspecify.annotations.Nullable;

/// Tells on standard error how far a work has come, once it takes more than two seconds.
final class Progress implements AutoCloseable {
    private static final long PATIENCE = 2_000_000_000L;
    private static final long RHYTHM = 500_000_000L;
    private static final int BAR = 20;

    private final Console console;
    private final Text what;
    private final long started = System.nanoTime();
    private long told = started + PATIENCE - RHYTHM;
    private long began = -1;
    private long beganAt;
    private boolean shown;
    private boolean closed;
    private @Nullable Thread ticker;

    /// @param what is counted, such as "rows read"
    Progress(Console console, Text what) {
        this.console = console;
        this.what = what;
    }

    /// Tells for how many seconds a work has gone on whose steps cannot be counted.
    static Progress ofSeconds(Console console, Text what) {
        Progress progress = new Progress(console, what);
        progress.ticker =
                Thread.ofPlatform()
                        .daemon()
                        .start(() -> {
                            while (!Thread.currentThread().isInterrupted()) {
                                progress.tick();
                            }
                        });
        return progress;
    }

    private void tick() {
        LockSupport.parkNanos(RHYTHM);
        if (!Thread.currentThread().isInterrupted()) {
            at((System.nanoTime() - started) / 1_000_000_000L);
        }
    }

    void at(long done) {
        at(done, 0);
    }

    /// @param all how much there is to do; 0 when not known
    synchronized void at(long done, long all) {
        long now = System.nanoTime();
        if (began < 0) {
            began = done;
            beganAt = now;
        }
        if (closed || now - told < RHYTHM) {
            return;
        }
        told = now;
        shown = true;
        String count =
                all > 0
                        ? bar(done, all) + " %,d / %,d".formatted(done, all)
                        : "%,d".formatted(done);
        console.err()
                .print("\r… " + count + " " + console.say(what) + left(done, all, now) + "   ");
        console.err().flush();
    }

    private static String bar(long done, long all) {
        int full = (int) Math.min(BAR, done * BAR / all);
        return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "] " + done * 100 / all + "%";
    }

    /// How long the rest may take at the speed so far.
    private String left(long done, long all, long now) {
        if (all <= 0 || done <= began) {
            return "";
        }
        long seconds = (long) ((now - beganAt) / 1e9 * (all - done) / (done - began));
        return console.say(
                seconds < 120
                        ? new Text(
                                "、残り約%d秒".formatted(seconds),
                                ", about %d s left".formatted(seconds))
                        : new Text(
                                "、残り約%d分".formatted(seconds / 60),
                                ", about %d min left".formatted(seconds / 60)));
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (ticker != null) {
            ticker.interrupt();
        }
        if (shown) {
            console.err().println();
        }
    }
}
