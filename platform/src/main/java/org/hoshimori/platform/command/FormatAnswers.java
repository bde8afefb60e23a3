package org.hoshimori.platform.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import org.hoshimori.network.file.RowFault;
import org.hoshimori.network.file.Table;
import org.hoshimori.network.file.TableFormat;
import org.hoshimori.network.file.Unreadable;
import org.hoshimori.rules.Text;
import org.hoshimori.rules.bulk.AnswerTable;

/// A table of many companies in a format beside CSV that the network's files know, too: Parquet.
final class FormatAnswers implements AnswerTable, AutoCloseable {
    private static final int HEAD = 16;

    private final Table table;

    private FormatAnswers(Table table) {
        this.table = table;
    }

    /// Empty when the file is of no such format, and so should be CSV.
    static Optional<FormatAnswers> open(Path file) throws IOException, Broken {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        for (TableFormat format : ServiceLoader.load(TableFormat.class)) {
            if (format.recognises(head)) {
                try {
                    return Optional.of(new FormatAnswers(format.open(file)));
                } catch (Unreadable e) {
                    throw broken(e);
                }
            }
        }
        return Optional.empty();
    }

    static Broken broken(Unreadable e) {
        RowFault fault = e.fault();
        return new Broken(
                (int) Math.max(1, fault.line()),
                new Text(fault.reason().ja(), fault.reason().en()),
                new Text("書き出し直すか、CSVにしてください", "write the file again, or write CSV"));
    }

    @Override
    public boolean next() throws IOException, Broken {
        try {
            return table.next();
        } catch (Unreadable e) {
            throw broken(e);
        }
    }

    @Override
    public int cells() {
        return table.cells();
    }

    @Override
    public String cell(int place) {
        int from = table.from(place);
        return new String(table.bytes(), from, table.to(place) - from, UTF_8);
    }

    @Override
    public int line() {
        return (int) Math.min(Integer.MAX_VALUE, table.line());
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
