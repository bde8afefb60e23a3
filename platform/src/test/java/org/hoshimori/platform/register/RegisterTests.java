package org.hoshimori.platform.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hoshimori.log.ConsistencyProof;
import org.hoshimori.log.EntryProof;
import org.hoshimori.log.SignedCheckpoint;
import org.hoshimori.log.TiledTree;
import org.hoshimori.platform.PlatformTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

class RegisterTests extends PlatformTests {

    @Autowired private Register register;

    @Autowired private Ledger ledger;
    @Autowired private TransactionTemplate transaction;

    @Test
    void whatWasAppendedIsProvenToAStranger() {
        Entry entry = Samples.registered();
        Receipt receipt = append(entry);
        Written written = register.entry(receipt.number()).orElseThrow();
        assertThat(written.entry()).isEqualTo(entry);
        assertThat(written.at()).isEqualTo(receipt.at());
        String sent = register.proof(receipt.number()).orElseThrow().text();
        EntryProof received = EntryProof.parse(sent).orThrow();
        assertThat(received.verify(bytes(receipt), List.of(register.key())))
                .isEqualTo(
                        new EntryProof.Verdict.Included(receipt.number(), List.of(register.key())));
    }

    @Test
    void aProofCanBeHadInTheTransactionThatAppends() {
        transaction.executeWithoutResult(status -> {
            Receipt receipt = register.append(Samples.registered());
            EntryProof proof = register.proof(receipt.number()).orElseThrow();
            assertThat(proof.verify(bytes(receipt), List.of(register.key())))
                    .isInstanceOf(EntryProof.Verdict.Included.class);
        });
    }

    @Test
    void aLaterEntryChangesTheStateAndKeepsTheHistory() {
        Entry first = Samples.registered();
        append(first);
        append(Samples.then(first, Kind.SUSPENDED, "調査のため"));
        append(Samples.then(first, Kind.REINSTATED, "調査を終えた"));
        assertThat(register.history(first.certificate()))
                .extracting(written -> written.entry().kind())
                .containsExactly(Kind.REGISTERED, Kind.SUSPENDED, Kind.REINSTATED);
    }

    @Test
    void everyNewCheckpointContinuesTheOldOne() {
        append(Samples.registered());
        SignedCheckpoint before = register.checkpoint();
        transaction.executeWithoutResult(status ->
                register.appendAll(
                        IntStream.range(0, 600).mapToObj(i -> Samples.registered()).toList()));
        SignedCheckpoint after = register.checkpoint();
        assertThat(after.head().size()).isEqualTo(before.head().size() + 600);
        ConsistencyProof proof =
                new TiledTree(after.head().size(), ledger).consistency(before.head().size());
        assertThat(proof.proves(before.head(), after.head())).isTrue();
    }

    @Test
    void nobodyAppendsOutsideATransaction() {
        assertThatThrownBy(() -> register.append(Samples.registered()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aRollbackLeavesNoGap() {
        long size = size();
        transaction.executeWithoutResult(status -> {
            assertThat(register.append(Samples.registered()).number()).isEqualTo(size);
            status.setRollbackOnly();
        });
        assertThat(append(Samples.registered()).number()).isEqualTo(size);
    }

    @Test
    void theSecondWaitsForTheFirstAndTakesTheNextNumber() throws Exception {
        long size = size();
        CountDownLatch appended = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first =
                    threads.submit(() ->
                            transaction.execute(status -> {
                                long number = register.append(Samples.registered()).number();
                                appended.countDown();
                                await(finish);
                                status.setRollbackOnly();
                                return number;
                            }));
            appended.await();
            var second = threads.submit(() -> append(Samples.registered()).number());
            Thread.sleep(200);
            assertThat(second.isDone()).as("waits for the lock").isFalse();
            finish.countDown();
            assertThat(first.get()).isEqualTo(size);
            assertThat(second.get()).as("the first was rolled back").isEqualTo(size);
        }
    }

    @Test
    void numbersAreDenseWhenManyAppendAndSomeFail() throws Exception {
        long size = size();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 60; i++) {
                boolean fails = i % 3 == 0;
                threads.submit(() ->
                        transaction.executeWithoutResult(status -> {
                            register.append(Samples.registered());
                            if (fails) {
                                status.setRollbackOnly();
                            }
                        }));
            }
        }
        assertThat(size()).isEqualTo(size + 40);
        assertThat(
                        jdbc.sql("select number from register.entry order by number")
                                .query(Long.class)
                                .list())
                .isEqualTo(LongStream.range(0, size + 40).boxed().toList());
        assertThat(new TiledTree(size(), ledger).head()).isEqualTo(register.checkpoint().head());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update register.entry set content = '{}'",
                "delete from register.entry",
                "truncate register.entry",
                "delete from register.checkpoint",
                "truncate register.checkpoint",
                "update register.log set size = size - 1",
                "update register.log set vkey = 'x', size = size + 1",
                "delete from register.log"
            })
    void theDatabaseRefusesToChangeHistory(String sql) {
        append(Samples.registered());
        assertThatThrownBy(() -> jdbc.sql(sql).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("the register is append-only");
    }

    @Test
    void signsNothingOnTopOfAChangedTree() {
        append(Samples.registered());
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update register.log set size = size * 2, peaks = peaks").update();
            assertThatThrownBy(() -> register.append(Samples.registered()))
                    .hasMessageContaining("nothing is appended");
            status.setRollbackOnly();
        });
    }

    @Test
    void aCertificateIsRegisteredOnceAndBeforeAnythingElse() {
        Entry entry = Samples.registered();
        long size = size();
        assertThatThrownBy(() -> append(Samples.then(entry, Kind.WITHDRAWN, "返上")))
                .isInstanceOf(IllegalStateException.class);
        append(entry);
        assertThatThrownBy(() -> append(entry)).isInstanceOf(DataAccessException.class);
        assertThat(size()).isEqualTo(size + 1);
    }

    @Test
    void onlyTheOwnerReadsTheKey() throws Exception {
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(data.resolve("register.key"))))
                .isEqualTo("rw-------");
    }

    private Receipt append(Entry entry) {
        return transaction.execute(status -> register.append(entry));
    }

    private long size() {
        return register.checkpoint().head().size();
    }

    private static byte[] bytes(Receipt receipt) {
        return receipt.content().getBytes(StandardCharsets.UTF_8);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
