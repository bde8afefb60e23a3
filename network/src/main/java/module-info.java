/// The supply network at the size of a nation: who buys from whom, who stands behind whom, and
/// where it is fragile. Plain Java, nothing else needed.
module org.hoshimori.network {
    requires static org.jspecify;

    exports org.hoshimori.network;
    exports org.hoshimori.network.file;
    exports org.hoshimori.network.nation;
    exports org.hoshimori.network.picture;

    uses org.hoshimori.network.file.TableFormat;
}
