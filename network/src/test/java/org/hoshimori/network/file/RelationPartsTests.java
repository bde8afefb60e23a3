package org.hoshimori.network.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hoshimori.network.Adjacency;
import org.hoshimori.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is read in parts is what one reader reads; gzip is always read by one.
class RelationPartsTests {
    private static final String[] PIECES = {
        "a",
        "b",
        "7010001008844",
        "7010001008845",
        "\"x\ny\"",
        "\"q\"\"q\"",
        "\"",
        "",
        "é",
        "\u0001",
        "a-name-longer-than-sixteen-bytes",
        "0042",
        "42",
        "1",
        "2.5",
        "x",
        ",",
        ",",
        ",",
        ",",
        "\n",
        "\n",
        "\n",
        "\r\n",
        "\r",
        " ",
        "secrets"
    };

    @Property(tries = 3000)
    void partsOfAnySizeGiveWhatOneReaderGives(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 80) int part,
            @ForAll BadRows choice)
            throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        boolean wild = random.nextInt(3) == 0;
        StringBuilder text =
                new StringBuilder(random.nextBoolean() ? "purchaser,supplier\n" : "\n");
        for (int i = random.nextInt(120); i > 0; i--) {
            if (wild) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            } else {
                text.append(PIECES[random.nextInt(random.nextInt(4) == 0 ? 12 : 6)]).append(',');
                text.append(PIECES[random.nextInt(random.nextInt(9) == 0 ? 12 : 6)]);
                text.append(random.nextInt(9) == 0 ? "\r" : "\n");
            }
        }
        assertThat(inParts(text.toString(), part, choice))
                .isEqualTo(byOne(text.toString(), choice));
    }

    @Test
    void aLineBreakInAQuotedCellIsNotTakenForTheEndOfARow(@TempDir Path folder) throws IOException {
        StringBuilder text = new StringBuilder("purchaser,supplier,note\n");
        for (int i = 0; i < 60_000; i++) {
            text.append("p,s").append(i).append(",\"one\np,two\"\n");
        }
        text.append("p,c,,wrong\n");
        Path file = Files.writeString(folder.resolve("e"), text);

        Loaded.Whole loaded = (Loaded.Whole) NetworkFiles.load(file, null, BadRows.SKIP, _ -> {});
        assertThat(loaded.network().relations()).isEqualTo(60_000);
        assertThat(loaded.network().company("two")).isEmpty();
        assertThat(loaded.faults())
                .extracting(fault -> fault.line() + ":" + fault.column())
                .containsExactly("120002:6");
    }

    private static List<String> inParts(String text, int part, BadRows choice) throws IOException {
        Path file = Files.createTempFile("parts", null);
        Files.writeString(file, text);
        return told(NetworkFiles.load(file, null, choice, _ -> {}, part), file);
    }

    private static List<String> byOne(String text, BadRows choice) throws IOException {
        Path file = Files.createTempFile("parts", null);
        try (OutputStream zip = new GZIPOutputStream(Files.newOutputStream(file))) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return told(NetworkFiles.load(file, null, choice, _ -> {}), file);
    }

    private static List<String> told(Loaded loaded, Path file) throws IOException {
        Files.delete(file);
        List<String> told = new ArrayList<>();
        switch (loaded) {
            case Loaded.Refused refused -> {
                refused.faults().forEach(fault -> told.add(text(fault)));
                told.add("and " + refused.more());
            }
            case Loaded.Whole whole -> {
                whole.faults().forEach(fault -> told.add(text(fault)));
                told.add("skipped " + whole.skipped() + " " + whole.network().counts());
                told.addAll(relations(whole.network()));
            }
        }
        return told;
    }

    private static String text(RowFault fault) {
        return fault.line() + ":" + fault.column() + ": " + fault.reason().en();
    }

    /// In the order of their numbers, which must not depend on who read what.
    private static List<String> relations(Network network) {
        List<String> relations = new ArrayList<>();
        Adjacency rows = network.suppliers();
        for (int i = 0; i < network.companies(); i++) {
            relations.add(network.name(i));
            assertThat(network.company(network.name(i))).hasValue(i);
            for (int e = rows.first(i); e < rows.end(i); e++) {
                relations.add(
                        rows.company(e)
                                + " "
                                + rows.weight(e)
                                + " "
                                + rows.required(e)
                                + " "
                                + rows.kinds(e));
            }
        }
        return relations;
    }
}
