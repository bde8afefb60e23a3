/// Reads networks from Parquet files, through Hardwood.
module org.hoshimori.network.parquet {
    requires static org.jspecify;
    requires org.hoshimori.network;
    requires dev.hardwood.core;

    provides org.hoshimori.network.file.TableFormat with
            org.hoshimori.network.parquet.ParquetFormat;
}
