package org.hoshimori.platform.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.hoshimori.log.DumpVerdict;
import org.hoshimori.log.DumpVerifier;
import org.hoshimori.log.Fault;
import org.hoshimori.log.SignedCheckpoint;
import org.hoshimori.platform.PlatformTests;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// Somebody with every right on the database changes history; the dump's verifier names the entry.
class TamperTests extends PlatformTests {

    @Autowired private Register register;
    @Autowired private TransactionTemplate transaction;

    @Test
    void anHonestDumpIsIntact() {
        assertThat(after(number -> "select 1")).isInstanceOf(DumpVerdict.Intact.class);
    }

    @Test
    void aRewrittenEntryIsNamed() {
        assertThat(
                        faults(number ->
                                "update register.entry set content = replace(content, '見本精機', '偽物精機') where number = "
                                        + number))
                .anyMatch(fault -> fault instanceof Fault.Rewritten);
    }

    @Test
    void swappedEntriesAreNamed() {
        assertThat(
                        faults(number ->
                                "update register.entry e set content = o.content from register.entry o"
                                        + " where (e.number, o.number) in ((%1$d, %1$d - 1), (%1$d - 1, %1$d))"
                                                .formatted(number)))
                .anyMatch(fault -> fault instanceof Fault.Swapped);
    }

    @Test
    void anEntryRewrittenTogetherWithItsHashIsNoticed() {
        assertThat(
                        faults(number ->
                                "update register.entry set content = '{}', leaf = sha256('\\x007b7d'::bytea) where number = "
                                        + number))
                .anyMatch(fault -> fault instanceof Fault.RootDiffers);
    }

    @Test
    void aDroppedLastEntryIsNoticedByWhoKeptACheckpoint() {
        assertThat(
                        faults(number ->
                                "delete from register.checkpoint where size = (select max(size) from register.checkpoint)"))
                .anyMatch(fault -> fault instanceof Fault.Shortened);
    }

    @Test
    void aCheckpointOfAnotherHandIsNoticed() {
        assertThat(
                        faults(number ->
                                "update register.checkpoint set note = replace(note, split_part(note, E'\\n', 3), encode(sha256('x'), 'base64')) where size > 0"))
                .anyMatch(fault -> fault instanceof Fault.BadSignature);
    }

    interface Attack {
        String on(long number);
    }

    private List<Fault> faults(Attack attack) {
        DumpVerdict verdict = after(attack);
        assertThat(verdict).isInstanceOf(DumpVerdict.Faulty.class);
        return ((DumpVerdict.Faulty) verdict).faults();
    }

    /// Appends, changes history as a superuser can, and verifies a dump; all is rolled back.
    private DumpVerdict after(Attack attack) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            List<Receipt> receipts =
                    register.appendAll(
                            IntStream.range(0, 3).mapToObj(i -> Samples.registered()).toList());
            SignedCheckpoint kept = register.checkpoint();
            jdbc.sql("set local session_replication_role = replica").update();
            String sql = attack.on(receipts.get(1).number());
            if (sql.startsWith("select")) {
                jdbc.sql(sql).query().singleRow();
            } else {
                jdbc.sql(sql).update();
            }
            return new DumpVerifier(List.of(register.key()), List.of(kept))
                    .verify(new ByteArrayInputStream(dump()));
        });
    }

    private byte[] dump() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            register.dump(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
