package org.hoshimori.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Whatever comes in, each parser answers with a value or its declared refusal, and a value it
/// gives out is spelled back exactly as it was read.
class ParserFuzzTests {

    private static final String PROOF =
            new EntryProof(
                            new TiledTree(9, new Trees.Memory(Trees.leaves(9))).inclusion(4),
                            Logs.checkpoint(9))
                    .text();
    private static final List<String> SEEDS =
            List.of(
                    Logs.KEY.text(),
                    Logs.SIGNER.secretText(),
                    Logs.checkpoint(9).encoded(),
                    PROOF,
                    Logs.dump(3, 1),
                    "tile/3/x001/x234/067.p/9",
                    "tile/entries/x001/067.p/9");

    @Property(tries = 1000)
    void arbitraryBytesAreJudged(@ForAll @Size(max = 300) byte[] bytes) {
        judge(bytes);
    }

    @Property(tries = 3000)
    void damagedTextsAreJudged(
            @ForAll @IntRange(max = 6) int seed,
            @ForAll @IntRange(min = 0) int at,
            @ForAll byte replacement,
            @ForAll @IntRange(max = 3) int damage) {
        byte[] bytes = SEEDS.get(seed).getBytes(StandardCharsets.UTF_8);
        int place = at % bytes.length;
        judge(
                switch (damage) {
                    case 0 -> with(bytes, place, replacement);
                    case 1 -> join(bytes, place, place + 1, new byte[0]);
                    case 2 -> join(bytes, place, place, new byte[] {replacement});
                    default -> join(bytes, place, bytes.length, new byte[0]);
                });
    }

    private static void judge(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (VerifierKey.parse(text) instanceof Parsed.Read<VerifierKey>(VerifierKey key)) {
            assertThat(key.text()).isEqualTo(text);
        }
        if (SignerKey.parse(text) instanceof Parsed.Read<SignerKey>(SignerKey key)) {
            assertThat(key.secretText()).isEqualTo(text);
        }
        if (Note.parse(bytes) instanceof Parsed.Read<Note>(Note note)) {
            assertThat(note.encoded().getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes);
        }
        if (SignedCheckpoint.parse(bytes)
                instanceof Parsed.Read<SignedCheckpoint>(SignedCheckpoint signed)) {
            assertThat(signed.encoded().getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes);
        }
        if (EntryProof.parse(text) instanceof Parsed.Read<EntryProof>(EntryProof proof)) {
            assertThat(proof.text()).isEqualTo(text);
        }
        if (Tile.parse(text) instanceof Parsed.Read<Tile>(Tile tile)) {
            assertThat(tile.path()).isEqualTo(text);
        }
        if (Bundle.parse(text) instanceof Parsed.Read<Bundle>(Bundle bundle)) {
            assertThat(bundle.path()).isEqualTo(text);
        }
        if (Tile.decode(bytes) instanceof Parsed.Read<List<Hash>>(List<Hash> hashes)) {
            assertThat(Tile.encode(hashes)).isEqualTo(bytes);
        }
        if (Bundle.decode(bytes) instanceof Parsed.Read<List<Bytes>>(List<Bytes> entries)) {
            assertThat(Bundle.encode(entries.stream().map(Bytes::toArray).toList()))
                    .isEqualTo(bytes);
        }
        assertThat(
                        new DumpVerifier(List.of(Logs.KEY), List.of())
                                .verify(new ByteArrayInputStream(bytes)))
                .isNotNull();
    }

    private static byte[] with(byte[] bytes, int at, byte replacement) {
        byte[] changed = bytes.clone();
        changed[at] = replacement;
        return changed;
    }

    private static byte[] join(byte[] bytes, int to, int from, byte[] between) {
        byte[] joined = new byte[to + between.length + bytes.length - from];
        System.arraycopy(bytes, 0, joined, 0, to);
        System.arraycopy(between, 0, joined, to, between.length);
        System.arraycopy(bytes, from, joined, to + between.length, bytes.length - from);
        return joined;
    }
}
