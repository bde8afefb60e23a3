package org.hoshimori.network.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.hoshimori.network.Network;
import org.hoshimori.network.NetworkBuilder;
import org.jspecify.annotations.Nullable;

/// The door: loads a network from files of relations and of companies, each CSV, gzip of CSV, or
/// any [TableFormat] at hand.
public final class NetworkFiles {
    static final List<String> RELATION =
            List.of("purchaser", "supplier", "weight", "required", "kind");
    static final List<String> COMPANY =
            List.of("company", "level", "industry", "prefecture", "size");

    /// Rows between two reports of progress.
    static final int STRIDE = 1 << 16;

    private NetworkFiles() {}

    /// @param companies may be left out: every company then has level 0
    /// @param badRows whether a row that cannot be taken stops everything or is left out
    /// @param progress told now and then how many rows were read
    public static Loaded load(
            Path relations, @Nullable Path companies, BadRows badRows, LongConsumer progress) {
        return load(relations, companies, badRows, progress, RelationParts.FIRST);
    }

    /// @param part bytes of the first parts in which relations are read
    static Loaded load(
            Path relations,
            @Nullable Path companies,
            BadRows badRows,
            LongConsumer progress,
            int part) {
        NetworkBuilder builder = new NetworkBuilder();
        Faults faults = new Faults();
        long[] rows = {0};
        LongConsumer ticks = more -> progress.accept(rows[0] += more);
        boolean whole =
                companies == null
                        || reads(
                                companies,
                                faults,
                                table ->
                                        new CompanyRows(builder, companies.toString())
                                                .read(table, faults, badRows, ticks));
        if (whole && (faults.count() == 0 || badRows == BadRows.SKIP)) {
            whole =
                    reads(
                            relations,
                            faults,
                            table ->
                                    new RelationParts(builder, relations, faults, badRows, ticks)
                                            .read(table, part));
        }
        if (faults.count() > 0 && (badRows == BadRows.STOP || !whole)) {
            return new Loaded.Refused(faults.named(), faults.count() - faults.named().size());
        }
        Network network = builder.build();
        return new Loaded.Whole(network, faults.count(), faults.named());
    }

    /// The names of companies in a file, one a row.
    ///
    /// @throws Unreadable with the first fault, when the file or a row of it cannot be read
    public static List<String> names(Path file) throws Unreadable {
        NameRows rows = new NameRows(file.toString());
        Faults faults = new Faults();
        reads(file, faults, table -> rows.read(table, faults, BadRows.STOP, _ -> {}));
        if (faults.count() > 0) {
            throw new Unreadable(faults.named().getFirst());
        }
        return rows.names();
    }

    /// What reads a table.
    private interface Reading {
        void of(Table table) throws IOException, Unreadable;
    }

    /// False when the file as a whole could not be read, which no choice passes over.
    private static boolean reads(Path file, Faults faults, Reading reading) {
        try (Table table = Tables.open(file)) {
            reading.of(table);
            return true;
        } catch (Unreadable wrong) {
            faults.add(wrong.fault());
        } catch (IOException broken) {
            faults.add(
                    new RowFault(
                            file.toString(),
                            0,
                            0,
                            new Phrase(
                                    "途中で読めなくなりました: " + broken.getMessage(),
                                    "broken on the way: " + broken.getMessage())));
        }
        return false;
    }
}
