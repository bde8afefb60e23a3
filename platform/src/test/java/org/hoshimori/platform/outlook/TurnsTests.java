package org.hoshimori.platform.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Fifty who plan at once are fifty in a line, not fifty solvers.
class TurnsTests {

    @Test
    void neverMoreComputeAtOnceThanThereAreTurns() {
        var turns = new Turns(2, 100, Duration.ofSeconds(30));
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var asked =
                IntStream.range(0, 50)
                        .mapToObj(_ ->
                                CompletableFuture.supplyAsync(
                                        () ->
                                                turns.take(() -> {
                                                    most.accumulateAndGet(
                                                            now.incrementAndGet(), Math::max);
                                                    Thread.onSpinWait();
                                                    return now.getAndDecrement();
                                                }),
                                        task -> Thread.ofVirtual().start(task)))
                        .toList();
        assertThat(asked).allSatisfy(each -> assertThat(each.join()).isPresent());
        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void whoWaitsTooLongOrInTooLongALineIsToldSo() throws Exception {
        var turns = new Turns(1, 1, Duration.ofMillis(300));
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        CompletableFuture<Optional<Boolean>> first = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(() ->
                        first.complete(
                                turns.take(() -> {
                                    begun.countDown();
                                    return awaited(go);
                                })));
        begun.await();
        assertThat(turns.take(() -> true)).isEmpty();
        go.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS)).contains(true);
        assertThat(turns.take(() -> true)).contains(true);
    }

    @Test
    void aTurnIsGivenBackWhenTheWorkFails() {
        var turns = new Turns(1, 1, Duration.ofMillis(50));
        assertThatThrownBy(() ->
                        turns.take(() -> {
                            throw new IllegalStateException("broken");
                        }))
                .hasMessage("broken");
        assertThat(turns.take(() -> true)).contains(true);
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }
}
