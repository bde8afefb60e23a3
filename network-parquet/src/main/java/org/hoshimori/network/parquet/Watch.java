package org.hoshimori.network.parquet;

import java.time.Duration;

/// Interrupts the thread that it was made by when a step takes longer than patience allows. Who is
/// interrupted must ask: the library takes an interrupt for the end of the rows.
final class Watch implements AutoCloseable {
    private final Thread watched = Thread.currentThread();
    private final long patience;
    private final Thread watcher;
    private long since;
    private boolean fired;
    private boolean closed;

    Watch(Duration patience) {
        this.patience = patience.toNanos();
        // Of its own: what computes for ever may hold every carrier of virtual threads.
        this.watcher = Thread.ofPlatform().daemon().name("parquet-watch").unstarted(this::watch);
        this.watcher.start();
    }

    synchronized void begin() {
        since = System.nanoTime();
    }

    /// After this no interrupt comes, and one that came is taken back; says whether one came.
    synchronized boolean end() {
        since = 0;
        boolean interrupted = fired;
        if (fired) {
            fired = false;
            Thread.interrupted();
        }
        return interrupted;
    }

    private void watch() {
        try {
            while (sleepAndLook()) {
                Thread.onSpinWait();
            }
        } catch (InterruptedException closedMeanwhile) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean sleepAndLook() throws InterruptedException {
        Thread.sleep(Math.max(1, patience / 4_000_000));
        synchronized (this) {
            if (!closed && since != 0 && System.nanoTime() - since > patience) {
                // Again and again: one interrupt may end one wait of many.
                since = System.nanoTime();
                fired = true;
                watched.interrupt();
            }
            return !closed;
        }
    }

    @Override
    public void close() {
        end();
        synchronized (this) {
            closed = true;
        }
        watcher.interrupt();
    }
}
