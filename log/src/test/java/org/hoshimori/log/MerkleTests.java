package org.hoshimori.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MerkleTests {

    /// The inputs and roots that Certificate Transparency's implementations test with.
    private static final List<String> INPUTS =
            List.of(
                    "",
                    "00",
                    "10",
                    "2021",
                    "3031",
                    "40414243",
                    "5051525354555657",
                    "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS =
            List.of(
                    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void growsThroughTheRootsOfCertificateTransparency() {
        Frontier frontier = Frontier.EMPTY;
        List<String> roots = new ArrayList<>(List.of(frontier.root().hex()));
        for (String input : INPUTS) {
            frontier = frontier.append(Hash.leaf(HexFormat.of().parseHex(input))).frontier();
            roots.add(frontier.root().hex());
        }
        assertThat(roots).isEqualTo(ROOTS);
    }

    @Test
    void givesTheProofsOfCertificateTransparency() {
        List<Hash> leaves =
                INPUTS.stream().map(hex -> Hash.leaf(HexFormat.of().parseHex(hex))).toList();
        TiledTree tree = new TiledTree(8, new Trees.Memory(leaves));
        assertThat(hex(tree.inclusion(0).path()))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(hex(tree.consistency(6).path()))
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(tree.consistency(1).path()).hasSize(3);
    }

    @Test
    void everyProofOfEverySmallTreeHolds() {
        List<Hash> leaves = Trees.leaves(40);
        Trees.Memory memory = new Trees.Memory(leaves);
        for (int size = 0; size <= leaves.size(); size++) {
            TiledTree tree = new TiledTree(size, memory);
            TreeHead head = Trees.head(leaves.subList(0, size));
            assertThat(tree.head()).isEqualTo(head);
            for (int index = 0; index < size; index++) {
                InclusionProof proof = tree.inclusion(index);
                assertThat(proof.proves(leaves.get(index), head)).isTrue();
                assertThat(proof.proves(Hash.EMPTY_TREE, head)).isFalse();
            }
            for (int older = 0; older <= size; older++) {
                TreeHead before = Trees.head(leaves.subList(0, older));
                assertThat(tree.consistency(older).proves(before, head)).isTrue();
            }
        }
    }

    @Property(tries = 25)
    void tilesGiveWhatTheNaiveDefinitionGives(
            @ForAll @IntRange(min = 1, max = 1200) int size, @ForAll @IntRange(max = 1199) int at) {
        List<Hash> leaves = Trees.leaves(size);
        Trees.Memory memory = new Trees.Memory(leaves);
        TiledTree tree = new TiledTree(size, memory);
        TreeHead head = Trees.head(leaves);
        int index = at % size;
        assertThat(tree.head()).isEqualTo(head);
        assertThat(tree.frontier()).isEqualTo(memory.frontier());
        assertThat(tree.inclusion(index).proves(leaves.get(index), head)).isTrue();
        assertThat(tree.consistency(index).proves(Trees.head(leaves.subList(0, index)), head))
                .isTrue();
    }

    @Property(tries = 25)
    void noAppendBreaksWhatWasProvenBefore(
            @ForAll @IntRange(min = 1, max = 300) int size, @ForAll @IntRange(max = 300) int more) {
        List<Hash> leaves = Trees.leaves(size + more);
        Trees.Memory memory = new Trees.Memory(leaves.subList(0, size));
        TreeHead before = memory.frontier().head();
        InclusionProof old = new TiledTree(size, memory).inclusion(size - 1);
        leaves.subList(size, size + more).forEach(memory::append);
        assertThat(old.proves(leaves.get(size - 1), before)).isTrue();
        assertThat(new TiledTree(size, memory).head()).isEqualTo(before);
        ConsistencyProof grown = new TiledTree(size + more, memory).consistency(size);
        assertThat(grown.proves(before, memory.frontier().head())).isTrue();
    }

    @Property(tries = 200)
    void anyFlippedBitIsRefused(
            @ForAll @IntRange(min = 2, max = 200) int size,
            @ForAll @IntRange(max = 199) int at,
            @ForAll @IntRange(max = 255) int bit) {
        List<Hash> leaves = Trees.leaves(size);
        TreeHead head = Trees.head(leaves);
        TiledTree tree = new TiledTree(size, new Trees.Memory(leaves));
        int index = at % size;
        InclusionProof proof = tree.inclusion(index);
        Hash leaf = leaves.get(index);
        assertThat(proof.proves(flip(leaf, bit), head)).isFalse();
        assertThat(proof.proves(leaf, new TreeHead(size, flip(head.root(), bit)))).isFalse();
        for (int i = 0; i < proof.path().size(); i++) {
            InclusionProof broken = new InclusionProof(index, size, flipped(proof.path(), i, bit));
            assertThat(broken.proves(leaf, head)).isFalse();
        }
        int older = Math.max(1, index);
        TreeHead before = Trees.head(leaves.subList(0, older));
        ConsistencyProof grown = tree.consistency(older);
        assertThat(grown.proves(before, new TreeHead(size, flip(head.root(), bit)))).isFalse();
        assertThat(grown.proves(new TreeHead(older, flip(before.root(), bit)), head)).isFalse();
        for (int i = 0; i < grown.path().size(); i++) {
            ConsistencyProof broken =
                    new ConsistencyProof(older, size, flipped(grown.path(), i, bit));
            assertThat(broken.proves(before, head)).isFalse();
        }
    }

    @Test
    void aProofThatIsLongerOrShorterIsRefused() {
        List<Hash> leaves = Trees.leaves(20);
        TreeHead head = Trees.head(leaves);
        InclusionProof proof = new TiledTree(20, new Trees.Memory(leaves)).inclusion(7);
        List<Hash> longer =
                Stream.concat(proof.path().stream(), Stream.of(Hash.EMPTY_TREE)).toList();
        assertThat(new InclusionProof(7, 20, longer).proves(leaves.get(7), head)).isFalse();
        List<Hash> shorter = proof.path().subList(1, proof.path().size());
        assertThat(new InclusionProof(7, 20, shorter).proves(leaves.get(7), head)).isFalse();
        assertThat(new InclusionProof(6, 20, proof.path()).proves(leaves.get(7), head)).isFalse();
        assertThat(new InclusionProof(7, 21, proof.path()).proves(leaves.get(7), head)).isFalse();
    }

    @Test
    void storesOneHashALeafAndOneAFullTile() {
        assertThat(new Trees.Memory(Trees.leaves(70_000)).stored()).isEqualTo(70_000 + 273 + 1);
    }

    @Test
    void readsFewTilesForAProofInALargeTree() {
        Trees.Memory memory = new Trees.Memory(Trees.leaves(70_000));
        List<Tile> read = new ArrayList<>();
        TiledTree tree =
                new TiledTree(
                        70_000,
                        tile -> {
                            read.add(tile);
                            return memory.read(tile);
                        });
        InclusionProof proof = tree.inclusion(12_345);
        assertThat(proof.proves(Hash.leaf(Trees.entry(12_345)), memory.frontier().head())).isTrue();
        // The leaf's tile, its parents', and those of the right edge.
        assertThat(read).hasSizeLessThanOrEqualTo(5).doesNotHaveDuplicates();
    }

    @Test
    void refusesValuesThatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TreeHead(-1, Hash.EMPTY_TREE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TreeHead(0, Hash.leaf(new byte[0])));
        assertThatIllegalArgumentException().isThrownBy(() -> new Frontier(3, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Hash.of(new byte[31]));
        assertThatIllegalArgumentException().isThrownBy(() -> new InclusionProof(5, 5, List.of()));
    }

    private static List<String> hex(List<Hash> hashes) {
        return hashes.stream().map(Hash::hex).toList();
    }

    private static List<Hash> flipped(List<Hash> path, int at, int bit) {
        List<Hash> broken = new ArrayList<>(path);
        broken.set(at, flip(path.get(at), bit));
        return broken;
    }

    private static Hash flip(Hash hash, int bit) {
        byte[] bytes = hash.toArray();
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        return Hash.of(bytes);
    }
}
