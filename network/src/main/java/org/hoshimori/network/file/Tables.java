package org.hoshimori.network.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.zip.GZIPInputStream;

/// Opens a table by what the file begins with, never by its name.
final class Tables {
    private static final int HEAD = 16;

    private Tables() {}

    static Table open(Path file) throws IOException, Unreadable {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        } catch (NoSuchFileException missing) {
            throw whole(file, "ファイルがありません", "no such file");
        } catch (IOException broken) {
            throw whole(file, "読めません: " + broken.getMessage(), "cannot be read: " + broken);
        }
        if (head.length == 0) {
            throw whole(file, "空のファイルです", "the file is empty");
        }
        for (TableFormat format : ServiceLoader.load(TableFormat.class)) {
            if (format.recognises(head)) {
                return format.open(file);
            }
        }
        for (byte b : gzip(head) ? new byte[0] : head) {
            if (b == 0) {
                throw whole(file, "CSV、gzip、Parquetのどれでもありません", "neither CSV nor gzip nor Parquet");
            }
        }
        InputStream in = Files.newInputStream(file);
        try {
            return new CsvTable(
                    file.toString(),
                    gzip(head)
                            ? new GZIPInputStream(new BufferedInputStream(in, 1 << 16), 1 << 16)
                            : in,
                    !gzip(head) && Files.isRegularFile(file));
        } catch (IOException broken) {
            in.close();
            throw broken;
        }
    }

    private static boolean gzip(byte[] head) {
        return head.length > 2 && head[0] == 0x1f && head[1] == (byte) 0x8b;
    }

    private static Unreadable whole(Path file, String ja, String en) {
        return new Unreadable(new RowFault(file.toString(), 0, 0, new Phrase(ja, en)));
    }
}
