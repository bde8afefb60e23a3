package org.hoshimori.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTests {

    @Test
    void writesTheExampleOfTheSpecification() {
        assertThat(new Tile(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new Tile(1, 0, 17).path()).isEqualTo("tile/1/000.p/17");
        assertThat(new Bundle(273, 112).path()).isEqualTo("tile/entries/273.p/112");
    }

    @Property(tries = 300)
    void readsWhatItWrites(
            @ForAll @IntRange(max = 63) int level,
            @ForAll @LongRange(min = 0) long index,
            @ForAll @IntRange(min = 1, max = 256) int width) {
        Tile tile = new Tile(level, index, width);
        assertThat(Tile.parse(tile.path()).orThrow()).isEqualTo(tile);
        Bundle bundle = new Bundle(index, width);
        assertThat(Bundle.parse(bundle.path()).orThrow()).isEqualTo(bundle);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/64/000",
                "tile/00/000",
                "tile/-1/000",
                "tile/0/00",
                "tile/0/1000",
                "tile/0/x000/001",
                "tile/0/001/002",
                "tile/0/x001/x002",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/0/000.p/",
                "tile/0/../000",
                "tile/0/000/",
                "/tile/0/000",
                "tile/0",
                "tile/entries/000",
                "tile/0/x999/x999/x999/x999/x999/x999/999",
                "tile/0/０００"
            })
    void refusesOtherSpellings(String path) {
        assertThat(Tile.parse(path)).isInstanceOf(Parsed.Malformed.class);
    }

    @Test
    void knowsWhichTilesATreeHas() {
        assertThat(new Tile(0, 273, 112).within(70_000)).isTrue();
        assertThat(new Tile(0, 273, 113).within(70_000)).isFalse();
        assertThat(new Tile(1, 1, 17).within(70_000)).isTrue();
        assertThat(new Tile(2, 0, 1).within(70_000)).isTrue();
        assertThat(new Tile(3, 0, 1).within(70_000)).isFalse();
        assertThat(new Tile(63, Long.MAX_VALUE, 256).within(Long.MAX_VALUE)).isFalse();
    }

    @Test
    void bundlesReadBackWhatWasWritten() {
        List<byte[]> entries = List.of(Trees.entry(1), new byte[0], new byte[Bundle.LONGEST_ENTRY]);
        List<Bytes> read = Bundle.decode(Bundle.encode(entries)).orThrow();
        assertThat(read).isEqualTo(entries.stream().map(Bytes::of).toList());
        assertThat(Bundle.decode(new byte[] {0, 5, 1})).isInstanceOf(Parsed.Malformed.class);
    }

    @Test
    void anOutsiderReadsTilesFromFiles(@TempDir Path folder) throws IOException {
        Trees.Memory memory = new Trees.Memory(Trees.leaves(600));
        for (Tile tile :
                List.of(
                        new Tile(0, 0, 256),
                        new Tile(0, 1, 256),
                        new Tile(0, 2, 88),
                        new Tile(1, 0, 1),
                        new Tile(1, 0, 2))) {
            Path file = folder.resolve(tile.path());
            Files.createDirectories(file.getParent());
            Files.write(file, Tile.encode(memory.read(tile)));
        }
        assertThat(new TiledTree(600, new FileTiles(folder)).head())
                .isEqualTo(memory.frontier().head());
        assertThat(
                        new TiledTree(300, new FileTiles(folder))
                                .inclusion(299)
                                .proves(Trees.leaves(300).getLast(), Trees.head(Trees.leaves(300))))
                .as("a partial tile that is gone is cut from the full one")
                .isTrue();
    }
}
