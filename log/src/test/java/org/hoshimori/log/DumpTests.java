package org.hoshimori.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class DumpTests {

    /// Where the entries of a dump with one key begin, in lines from 1.
    private static final int FIRST = 6;

    private static final String DUMP = Logs.dump(20, 5, 12);

    @Test
    void anUntouchedDumpIsIntact() {
        assertThat(verify(DUMP))
                .isEqualTo(
                        new DumpVerdict.Intact(
                                Logs.ORIGIN,
                                Logs.checkpoint(20).head(),
                                List.of(Logs.KEY),
                                true,
                                3));
        assertThat(verify(Logs.dump(0))).isInstanceOf(DumpVerdict.Intact.class);
    }

    @Test
    void namesADroppedEntry() {
        List<String> lines = lines(DUMP);
        lines.remove(FIRST - 1 + 7);
        assertThat(faults(lines)).containsExactly(new Fault.Dropped(7, 7, FIRST + 7));
    }

    @Test
    void namesEntriesDroppedAtTheEnd() {
        List<String> lines = lines(DUMP);
        lines.subList(FIRST - 1 + 18, FIRST - 1 + 20).clear();
        assertThat(faults(lines)).contains(new Fault.Dropped(18, 19, FIRST + 18));
    }

    @Test
    void namesSwappedLines() {
        List<String> lines = lines(DUMP);
        Collections.swap(lines, FIRST - 1 + 3, FIRST - 1 + 4);
        assertThat(faults(lines)).containsExactly(new Fault.OutOfOrder(3, FIRST + 4));
    }

    @Test
    void namesEntriesWhoseContentsChangedPlaces() {
        String dump =
                DUMP.replace("{\"entry\":3}", "{\"entry\":x}")
                        .replace("{\"entry\":9}", "{\"entry\":3}")
                        .replace("{\"entry\":x}", "{\"entry\":9}");
        assertThat(faults(lines(dump))).containsExactly(new Fault.Swapped(3, 9, FIRST + 3));
    }

    @Test
    void namesARewrittenEntry() {
        String dump = DUMP.replace("{\"entry\":13}", "{\"entry\":99}");
        assertThat(faults(lines(dump))).containsExactly(new Fault.Rewritten(13, FIRST + 13));
    }

    @Test
    void narrowsDownAnEntryRewrittenTogetherWithItsHash() {
        byte[] forged = "{\"entry\":99}".getBytes(StandardCharsets.UTF_8);
        String dump =
                DUMP.replace("{\"entry\":8}", "{\"entry\":99}")
                        .replace(Hash.leaf(Trees.entry(8)).base64(), Hash.leaf(forged).base64());
        assertThat(faults(lines(dump)))
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.type(Fault.RootDiffers.class))
                .satisfies(fault -> {
                    assertThat(fault.first()).as("after the checkpoint of 5").isEqualTo(5);
                    assertThat(fault.last()).as("within that of 12").isEqualTo(11);
                });
    }

    @Test
    void tellsAWrongHashNoteFromAWrongEntry() {
        String dump =
                DUMP.replace(Hash.leaf(Trees.entry(8)).base64(), Hash.leaf(new byte[0]).base64());
        assertThat(faults(lines(dump))).containsExactly(new Fault.WrongLeafHash(8, FIRST + 8));
    }

    @Test
    void everyTruncationIsNoticed() {
        byte[] whole = DUMP.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            DumpVerdict verdict = verify(java.util.Arrays.copyOf(whole, length));
            assertThat(verdict)
                    .as("cut to %d bytes", length)
                    .isNotInstanceOf(DumpVerdict.Intact.class);
        }
        assertThat(faults(lines(DUMP).subList(0, FIRST + 3)))
                .contains(new Fault.Truncated(20, 4, FIRST + 4));
    }

    @Test
    void everyFlippedBitIsNoticed() {
        String small = Logs.dump(3);
        byte[] dump = small.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < dump.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                dump[at] ^= (byte) (1 << bit);
                DumpVerdict verdict = verify(dump);
                boolean unsignedKeyLine =
                        at >= small.indexOf("key ") && at < small.indexOf("entries ");
                if (!unsignedKeyLine) {
                    assertThat(verdict)
                            .as("bit %d of byte %d", bit, at)
                            .isNotInstanceOf(DumpVerdict.Intact.class);
                }
                dump[at] ^= (byte) (1 << bit);
            }
        }
    }

    @Test
    void namesAForgedSignatureAndAnUnknownKey() {
        VerifierKey other = SignerKey.generate(Logs.ORIGIN, new SecureRandom()).verifier();
        DumpVerdict verdict =
                new DumpVerifier(List.of(other), List.of())
                        .verify(in(DUMP.getBytes(StandardCharsets.UTF_8)));
        assertThat(verdict)
                .asInstanceOf(InstanceOfAssertFactories.type(DumpVerdict.Faulty.class))
                .extracting(DumpVerdict.Faulty::faults, InstanceOfAssertFactories.list(Fault.class))
                .contains(new Fault.UnknownKey(Logs.ORIGIN, 20));
        String signature = Logs.checkpoint(20).note().signatures().getFirst().line();
        String forged = Logs.checkpoint(19).note().signatures().getFirst().line();
        assertThat(faults(lines(DUMP.replace(signature, forged))))
                .containsExactly(new Fault.BadSignature(Logs.KEY, 20));
    }

    @Test
    void comparesWithACheckpointKeptFromEarlier() {
        assertThat(verify(DUMP, Logs.checkpoint(7))).isInstanceOf(DumpVerdict.Intact.class);
        assertThat(verify(DUMP, Logs.checkpoint(25)))
                .isEqualTo(
                        new DumpVerdict.Faulty(
                                Logs.ORIGIN, 20, List.of(new Fault.Shortened(25, 20))));
        TreeHead other = Trees.head(List.of(Hash.EMPTY_TREE, Hash.EMPTY_TREE));
        SignedCheckpoint rewritten =
                SignedCheckpoint.sign(new Checkpoint(Logs.ORIGIN, other), Logs.SIGNER);
        assertThat(verify(DUMP, rewritten))
                .isEqualTo(
                        new DumpVerdict.Faulty(
                                Logs.ORIGIN,
                                20,
                                List.of(
                                        new Fault.NotConsistent(
                                                2,
                                                Logs.checkpoint(2).head().root(),
                                                other.root()))));
    }

    @Test
    void withoutAKeyTheDumpVouchesForItselfOnly() {
        DumpVerdict verdict =
                new DumpVerifier(List.of(), List.of())
                        .verify(in(DUMP.getBytes(StandardCharsets.UTF_8)));
        assertThat(verdict)
                .asInstanceOf(InstanceOfAssertFactories.type(DumpVerdict.Intact.class))
                .extracting(DumpVerdict.Intact::keyTrusted)
                .isEqualTo(false);
    }

    @Test
    void carriesEntriesOfAnyBytes() throws IOException {
        List<byte[]> entries =
                List.of(
                        new byte[0],
                        new byte[] {0, -1, 10},
                        "{\n}".getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DumpWriter writer = new DumpWriter(out, Logs.ORIGIN, List.of(Logs.KEY), 3);
        Frontier frontier = Frontier.EMPTY;
        for (byte[] entry : entries) {
            writer.entry(frontier.size(), Hash.leaf(entry), entry);
            frontier = frontier.append(Hash.leaf(entry)).frontier();
        }
        Checkpoint checkpoint = new Checkpoint(Logs.ORIGIN, frontier.head());
        writer.finish(List.of(SignedCheckpoint.sign(checkpoint, Logs.SIGNER)));
        assertThat(verify(out.toByteArray())).isInstanceOf(DumpVerdict.Intact.class);
    }

    private static List<Fault> faults(List<String> lines) {
        DumpVerdict verdict = verify(String.join("\n", lines) + "\n");
        assertThat(verdict).isInstanceOf(DumpVerdict.Faulty.class);
        return ((DumpVerdict.Faulty) verdict).faults();
    }

    private static DumpVerdict verify(String dump, SignedCheckpoint... older) {
        return new DumpVerifier(List.of(Logs.KEY), List.of(older))
                .verify(in(dump.getBytes(StandardCharsets.UTF_8)));
    }

    private static DumpVerdict verify(byte[] dump) {
        return new DumpVerifier(List.of(Logs.KEY), List.of()).verify(in(dump));
    }

    private static ByteArrayInputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static List<String> lines(String dump) {
        return new ArrayList<>(dump.lines().toList());
    }
}
