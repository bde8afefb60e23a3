package org.hoshimori.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Saved, opened and changed networks.
class StatesTests {
    private static final Network NETWORK = Graphs.random(4);
    private static final byte[] SAVED = saved();

    private static byte[] saved() {
        try {
            Path file = Files.createTempFile("network", null);
            SnapshotFile.save(NETWORK, file);
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            return bytes;
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    @Property(tries = 1500)
    void aDeltaGivesWhatBuildingAnewWould(@ForAll long seed) {
        Network before = Graphs.random(seed);
        Map<String, String> relations = relations(before);
        Map<String, Integer> levels = levels(before);
        SplittableRandom random = new SplittableRandom(seed);
        Delta delta = new Delta();
        for (int i = random.nextInt(12); i > 0; i--) {
            String p = "c" + random.nextInt(before.companies() + 3);
            String s = "c" + random.nextInt(before.companies() + 3);
            switch (random.nextInt(3)) {
                case 0 -> {
                    float weight = 1 + random.nextInt(9);
                    int required = random.nextInt(4);
                    int kinds = random.nextInt(8);
                    delta.relate(p, s, weight, required, kinds);
                    if (!p.equals(s)) {
                        relations.put(p + ">" + s, weight + " " + required + " " + kinds);
                    }
                }
                case 1 -> {
                    delta.part(p, s);
                    relations.remove(p + ">" + s);
                }
                default -> {
                    int level = random.nextInt(6);
                    delta.level(p, Network.SCHEME, level);
                    levels.put(p, level);
                }
            }
        }
        for (String relation : relations.keySet()) {
            levels.putIfAbsent(relation.split(">")[0], 0);
            levels.putIfAbsent(relation.split(">")[1], 0);
        }
        if (random.nextInt(3) == 0) {
            String gone = "c" + random.nextInt(before.companies() + 3);
            delta.leave(gone);
            relations.keySet().removeIf(r -> r.startsWith(gone + ">") || r.endsWith(">" + gone));
        }
        String told = relations(before).toString();
        Network after = before.after(delta);

        assertThat(relations(after)).isEqualTo(relations);
        assertThat(levels(after)).isEqualTo(levels);
        assertThat(relations(before)).hasToString(told);
        assertThat(backwards(after)).isEqualTo(relations.keySet());
    }

    @Property(tries = 150)
    void aSavedNetworkOpensAsItWas(@ForAll long seed) throws IOException {
        Network network = Graphs.random(seed).after(new Delta().level("c0", "cmmc", 2));
        Path file = Files.createTempFile("network", null);
        SnapshotFile.save(network, file);
        Network opened = SnapshotFile.open(file);
        Files.delete(file);

        assertThat(relations(opened)).isEqualTo(relations(network));
        assertThat(levels(opened)).isEqualTo(levels(network));
        assertThat(opened.counts()).isEqualTo(network.counts());
        for (int i = 0; i < network.companies(); i++) {
            assertThat(opened.name(i)).isEqualTo(network.name(i));
            assertThat(opened.industry(i)).isEqualTo(network.industry(i));
            assertThat(opened.prefecture(i)).isEqualTo(network.prefecture(i));
            assertThat(Float.compare(opened.size(i), network.size(i))).isZero();
            assertThat(opened.asking("cmmc").level(i)).isEqualTo(network.asking("cmmc").level(i));
            assertThat(opened.listed(i)).isEqualTo(network.listed(i));
        }
    }

    @Property(tries = 1500)
    void aDamagedFileIsRefusedOrOpensRight(
            @ForAll @IntRange(min = 0, max = 100_000) int at, @ForAll byte with)
            throws IOException {
        Path file = Files.createTempFile("network", null);
        byte[] bytes = SAVED.clone();
        boolean cut = with == 0;
        if (cut) {
            bytes = java.util.Arrays.copyOf(bytes, at % bytes.length);
        } else {
            bytes[at % bytes.length] ^= with;
        }
        Files.write(file, bytes);
        try {
            // Only the zeros between sections may differ.
            assertThat(relations(SnapshotFile.open(file))).isEqualTo(relations(NETWORK));
        } catch (IOException refused) {
            assertThat(refused).hasMessageStartingWith("not a saved network, or a damaged one");
        }
        Files.delete(file);
    }

    @Test
    void nothingHalfWrittenStaysBehind(@TempDir Path folder) throws IOException {
        Path nowhere = folder.resolve("none/network");
        assertThatThrownBy(() -> SnapshotFile.save(Graphs.of("a>b"), nowhere))
                .isInstanceOf(IOException.class);
        SnapshotFile.save(Graphs.of("a>b"), folder.resolve("network"));
        assertThat(Files.list(folder)).hasSize(1);
    }

    @Test
    void readersKeepTheirStateWhileWritersMakeTheNext() throws InterruptedException {
        LiveNetwork live = new LiveNetwork(Graphs.of("p>a a>b b>c"));
        boolean[] wrong = {false};
        Thread reader =
                Thread.ofPlatform()
                        .start(() -> {
                            for (int i = 0; i < 3000; i++) {
                                Network now = live.now();
                                int p = Graphs.number(now, "p");
                                int suppliers = Tiers.of(now, p, 9, 3).suppliers();
                                wrong[0] |= suppliers != now.companies() - 1;
                            }
                        });
        for (int i = 0; i < 300; i++) {
            live.apply(new Delta().relate("c", "x" + i, 1, 0, 0));
        }
        reader.join();

        assertThat(wrong[0]).isFalse();
        assertThat(live.now().companies()).isEqualTo(304);
    }

    private static Map<String, String> relations(Network network) {
        Map<String, String> relations = new TreeMap<>();
        Adjacency rows = network.suppliers();
        for (int i = 0; i < network.companies(); i++) {
            for (int e = rows.first(i); e < rows.end(i); e++) {
                relations.put(
                        network.name(i) + ">" + network.name(rows.company(e)),
                        rows.weight(e) + " " + rows.required(e) + " " + rows.kinds(e));
            }
        }
        return relations;
    }

    private static java.util.Set<String> backwards(Network network) {
        java.util.Set<String> relations = new java.util.TreeSet<>();
        Adjacency rows = network.purchasers();
        for (int i = 0; i < network.companies(); i++) {
            for (int e = rows.first(i); e < rows.end(i); e++) {
                relations.add(network.name(rows.company(e)) + ">" + network.name(i));
            }
        }
        return relations;
    }

    private static Map<String, Integer> levels(Network network) {
        Map<String, Integer> levels = new TreeMap<>();
        for (int i = 0; i < network.companies(); i++) {
            levels.put(network.name(i), network.level(i));
        }
        return levels;
    }
}
