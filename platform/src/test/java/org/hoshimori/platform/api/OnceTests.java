package org.hoshimori.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// Requests that happen once however often they are sent.
class OnceTests extends ProgramTests {

    private static final String BEGIN = "{\"scheme\":\"scs\",\"level\":\"3\"}";

    @Autowired private Once once;
    @Autowired private OnceRows rows;
    @Autowired private TransactionTemplate transaction;

    @Test
    void theSameRequestIsAnsweredAgainAndDoneOnce() {
        var first = begin("\"a-1\"", BEGIN).is(201);
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        // In quotes or bare, it is the same key.
        var second = begin("a-1", BEGIN).is(201);
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(second.http().body()).isEqualTo(first.http().body());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aKeyBelongsToOneRequestOfOneCompany() {
        begin("k", BEGIN).is(201);
        begin("k", "{\"scheme\":\"scs\",\"level\":\"4\"}").is(422, "key-reused");
        String address = begun("scs", "3");
        program.csv(address + "/answers", "id,answer\n1-2-1-1,met\n", "Idempotency-Key", "k")
                .is(422, "key-reused");
        foreign().post("/api/v1/assessments", BEGIN, "Idempotency-Key", "k").is(201);
        program(Access.WRITE).post("/api/v1/assessments", BEGIN, "Idempotency-Key", "k").is(201);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void aRefusedRequestLeavesItsKeyFree() {
        begin("free", "{\"scheme\":\"none\",\"level\":\"3\"}").is(422, "invalid");
        begin("free", BEGIN).is(201);
        for (String none : List.of("\"", "\"a", "ä", "a b", "x".repeat(256), "")) {
            if (none.chars().allMatch(c -> c < 128)) {
                begin(none, BEGIN).is(400, "bad-parameter");
            }
        }
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void whileOneIsRunningTheOtherIsToldSo() throws Exception {
        var running = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (var threads = Executors.newSingleThreadExecutor()) {
            // Another instance that shares the database, in the middle of its transaction.
            var other =
                    threads.submit(() ->
                            transaction.execute(_ -> {
                                assertThat(rows.take(company, "busy")).isTrue();
                                running.countDown();
                                return await(end);
                            }));
            running.await();
            begin("busy", BEGIN).is(409, "key-in-use");
            end.countDown();
            other.get();
        }
        begin("busy", BEGIN).is(201);
        assertThat(count()).isEqualTo(1);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void ofManyAtOnceOneIsDone() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Program.Reply>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(() -> begin("many", BEGIN));
            }
            for (var reply : threads.invokeAll(all)) {
                assertThat(reply.get().status()).isIn(201, 409);
            }
        }
        assertThat(count()).isEqualTo(1);
        begin("many", BEGIN).is(201);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void afterADayAKeyIsForgotten() {
        begin("day", BEGIN).is(201);
        jdbc.sql("update api.once set at = :at where organisation = :company")
                .param(
                        "at",
                        clock.instant()
                                .minus(Duration.ofHours(24))
                                .atOffset(java.time.ZoneOffset.UTC))
                .param("company", company.value())
                .update();
        begin("day", BEGIN).is(201);
        assertThat(count()).isEqualTo(2);
        jdbc.sql("update api.once set at = at - interval '25 hours' where organisation = :company")
                .param("company", company.value())
                .update();
        once.forgetOldOnes();
        assertThat(
                        jdbc.sql("select count(*) from api.once where organisation = :company")
                                .param("company", company.value())
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    private Program.Reply begin(String key, String json) {
        return program.post("/api/v1/assessments", json, "Idempotency-Key", key);
    }

    private int count() {
        return program.get("/api/v1/assessments").json().path("items").size();
    }
}
