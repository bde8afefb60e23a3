package org.hoshimori.platform.outlook;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Who may compute a plan now: the solver keeps a core busy and takes memory, so half of the cores
/// solve and the rest of the product goes on. Others wait in line, for a while and not too many.
@Component
class Turns {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int LINE = 16;

    private final Semaphore turns;
    private final Duration patience;
    private final int line;

    @Autowired
    Turns() {
        this(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), LINE, PATIENCE);
    }

    /// @param turns how many compute at once
    /// @param line how many wait at most
    /// @param patience how long one waits
    Turns(int turns, int line, Duration patience) {
        this.turns = new Semaphore(turns, true);
        this.line = line;
        this.patience = patience;
    }

    /// Empty when the line is too long or moves too slowly.
    <T> Optional<T> take(Supplier<T> work) {
        if (turns.getQueueLength() >= line || !acquired()) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            turns.release();
        }
    }

    private boolean acquired() {
        try {
            return turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
