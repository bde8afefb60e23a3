package org.hoshimori.network.parquet;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.hoshimori.network.file.Phrase;
import org.hoshimori.network.file.RowFault;
import org.hoshimori.network.file.Table;
import org.hoshimori.network.file.TableFormat;
import org.hoshimori.network.file.Unreadable;

/// Apache Parquet: columns of texts and numbers, uncompressed or by gzip, Snappy or Zstandard.
public final class ParquetFormat implements TableFormat {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Duration patience;

    /// For [java.util.ServiceLoader].
    public ParquetFormat() {
        this(PATIENCE);
    }

    /// @param patience how long the library may take for one step: damaged files make it wait for
    ///   ever
    ParquetFormat(Duration patience) {
        this.patience = patience;
    }

    @Override
    public boolean recognises(byte[] head) {
        return head.length >= 4
                && head[0] == 'P'
                && head[1] == 'A'
                && head[2] == 'R'
                && head[3] == '1';
    }

    @Override
    public Table open(Path file) throws IOException, Unreadable {
        try (Watch watch = new Watch(patience);
                Pages pages = new Pages(file)) {
            pages.checkFooter();
            ParquetFileReader reader = ParquetFileReader.open(InputFile.of(file));
            try {
                if (!reader.getFileSchema().isFlatSchema()) {
                    throw unreadable(
                            file.toString(),
                            0,
                            "入れ子の列があります。平らな表にしてください",
                            "it has nested columns; a flat table is needed");
                }
                pages.checkChunks(
                        reader.getFileMetaData(), reader.getFileSchema().getColumns().size());
            } catch (IOException | RuntimeException | Unreadable wrong) {
                reader.close();
                throw wrong;
            }
            watch.begin();
            return new ParquetTable(file.toString(), reader, patience);
        } catch (IOException | RuntimeException broken) {
            // The library answers to damage with exceptions of many kinds.
            throw damaged(file.toString(), 0, broken);
        }
    }

    static Unreadable damaged(String file, long row, Exception broken) {
        return unreadable(
                file,
                row,
                "Parquetとして読めません: " + broken.getMessage(),
                "not readable as Parquet: " + broken.getMessage());
    }

    private static Unreadable unreadable(String file, long row, String ja, String en) {
        return new Unreadable(new RowFault(file, row, row == 0 ? 0 : 1, new Phrase(ja, en)));
    }
}
