package org.hoshimori.network.nation;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.LongConsumer;
import java.util.zip.GZIPOutputStream;
import org.hoshimori.network.Dependence;

/// Writes a nation as the two files that questions are asked of; `.gz` compresses. A file appears
/// whole or not at all.
public final class NationFiles {
    private static final int STRIDE = 1 << 14;

    /// What writes rows.
    private interface Rows {
        void write(OutputStream out) throws IOException;
    }

    private NationFiles() {}

    /// @param progress told now and then how many companies were written
    public static void companies(Nation nation, Path file, LongConsumer progress)
            throws IOException {
        whole(
                file,
                out -> {
                    out.write(line(new StringBuilder("company,level,industry,prefecture,size\n")));
                    for (int i = 0; i < nation.companies(); i++) {
                        Company company = nation.company(i);
                        out.write(
                                line(
                                        new StringBuilder(company.name())
                                                .append(',')
                                                .append(company.level())
                                                .append(',')
                                                .append(company.industryText())
                                                .append(',')
                                                .append(company.prefectureText())
                                                .append(',')
                                                .append(company.size())
                                                .append('\n')));
                        tick(i, progress);
                    }
                });
    }

    /// @param progress told now and then how many companies' relations were written
    public static void relations(Nation nation, Path file, LongConsumer progress)
            throws IOException {
        whole(
                file,
                out -> {
                    out.write(line(new StringBuilder("purchaser,supplier,weight,required,kind\n")));
                    StringBuilder rows = new StringBuilder();
                    for (int i = 0; i < nation.companies(); i++) {
                        rows.setLength(0);
                        nation.relations(
                                i,
                                (purchaser, supplier, weight, required, kinds) ->
                                        rows.append(purchaser.name())
                                                .append(",N")
                                                .append(digits(supplier))
                                                .append(',')
                                                .append((long) weight)
                                                .append(',')
                                                .append(required)
                                                .append(',')
                                                .append(words(kinds))
                                                .append('\n'));
                        out.write(line(rows));
                        tick(i, progress);
                    }
                });
    }

    private static String digits(int number) {
        String digits = Integer.toString(1_000_000_000 + number);
        return digits.substring(1);
    }

    private static String words(int kinds) {
        StringBuilder words = new StringBuilder();
        for (Dependence kind : Dependence.values()) {
            if ((kinds & kind.bit()) != 0) {
                words.append(words.isEmpty() ? "" : " ")
                        .append(kind.name().toLowerCase(java.util.Locale.ROOT));
            }
        }
        return words.toString();
    }

    private static byte[] line(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void tick(int done, LongConsumer progress) {
        if (done % STRIDE == 0) {
            progress.accept(done);
        }
    }

    private static void whole(Path file, Rows rows) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            OutputStream plain = new BufferedOutputStream(Files.newOutputStream(part), 1 << 18);
            try (OutputStream out =
                    file.toString().endsWith(".gz") ? new GZIPOutputStream(plain) : plain) {
                rows.write(out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
