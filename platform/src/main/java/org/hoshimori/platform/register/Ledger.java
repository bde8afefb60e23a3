package org.hoshimori.platform.register;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hoshimori.log.Frontier;
import org.hoshimori.log.Hash;
import org.hoshimori.log.SignedCheckpoint;
import org.hoshimori.log.Tile;
import org.hoshimori.log.TileHash;
import org.hoshimori.log.TileReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The tables of the log: entries, hashes, checkpoints.
@Component
class Ledger implements TileReader {

    /// @param leaf as stored beside the content
    record Line(long number, Hash leaf, String content) {}

    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How far the log has come; nobody else appends until this transaction ends.
    Frontier lock() {
        return jdbc.sql("select size, peaks from register.log for update")
                .query((row, _) -> new Frontier(row.getLong("size"), hashes(row.getBytes("peaks"))))
                .single();
    }

    SignedCheckpoint checkpoint() {
        return jdbc.sql("select note from register.checkpoint order by size desc limit 1")
                .query((row, _) -> SignedCheckpoint.parse(row.getString("note")).orThrow())
                .single();
    }

    /// At most about 65 checkpoints evenly spread, oldest first; the last is the one of that size.
    List<SignedCheckpoint> checkpoints(long size) {
        return jdbc.sql(
                        """
                        select note from (
                            select size, note, row_number() over (partition by size / :step order by size desc) as place
                            from register.checkpoint where size <= :size) spread
                        where place = 1 order by size
                        """)
                .param("size", size)
                .param("step", Math.max(1, size / 64))
                .query((row, _) -> SignedCheckpoint.parse(row.getString("note")).orThrow())
                .list();
    }

    void add(List<Receipt> receipts, List<Entry> entries) {
        jdbc.sql(
                        """
                        insert into register.entry (number, at, certificate, corporate_number, content, leaf)
                        select number, at, certificate, corporate_number, content, decode(leaf, 'hex')
                        from unnest(:numbers::bigint[], :at::timestamptz[], :certificates::text[],
                                    :companies::text[], :contents::text[], :leaves::text[])
                            as t (number, at, certificate, corporate_number, content, leaf)
                        """)
                .param("numbers", receipts.stream().map(Receipt::number).toArray(Long[]::new))
                .param("at", receipts.stream().map(r -> r.at().toString()).toArray(String[]::new))
                .param(
                        "certificates",
                        entries.stream().map(Entry::certificate).toArray(String[]::new))
                .param(
                        "companies",
                        entries.stream()
                                .map(e -> e.company().corporateNumber())
                                .toArray(String[]::new))
                .param("contents", receipts.stream().map(Receipt::content).toArray(String[]::new))
                .param("leaves", receipts.stream().map(r -> r.leaf().hex()).toArray(String[]::new))
                .update();
    }

    void addNodes(List<TileHash> nodes) {
        if (nodes.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into register.node (level, index, hash)
                        select level, index, decode(hash, 'hex')
                        from unnest(:levels::smallint[], :indexes::bigint[], :hashes::text[])
                            as t (level, index, hash)
                        """)
                .param("levels", nodes.stream().map(TileHash::level).toArray(Integer[]::new))
                .param("indexes", nodes.stream().map(TileHash::index).toArray(Long[]::new))
                .param("hashes", nodes.stream().map(n -> n.hash().hex()).toArray(String[]::new))
                .update();
    }

    void close(Frontier frontier, SignedCheckpoint checkpoint) {
        jdbc.sql("insert into register.checkpoint (size, note) values (:size, :note)")
                .param("size", frontier.size())
                .param("note", checkpoint.encoded())
                .update();
        jdbc.sql("update register.log set size = :size, peaks = :peaks")
                .param("size", frontier.size())
                .param("peaks", Tile.encode(frontier.peaks()))
                .update();
    }

    @Override
    public List<Hash> read(Tile tile) {
        String sql =
                tile.level() == 0
                        ? "select leaf from register.entry where number between :first and :last order by number"
                        : "select hash from register.node where level = :level and index between :first and :last order by index";
        long first = tile.index() * Tile.FULL;
        return jdbc.sql(sql)
                .param("level", tile.level())
                .param("first", first)
                .param("last", first + tile.width() - 1)
                .query((row, _) -> Hash.of(row.getBytes(1)))
                .list();
    }

    /// Entries from one number up to, but without, another.
    List<Line> lines(long from, long to) {
        return jdbc.sql(
                        """
                        select number, leaf, content from register.entry
                        where number >= :from and number < :to order by number
                        """)
                .param("from", from)
                .param("to", to)
                .query(Ledger::mapped)
                .list();
    }

    Optional<Line> line(long number) {
        return lines(number, number + 1).stream().findFirst();
    }

    List<Line> ofCertificate(String certificate) {
        return jdbc.sql(
                        """
                        select number, leaf, content from register.entry
                        where certificate = :certificate order by number
                        """)
                .param("certificate", certificate)
                .query(Ledger::mapped)
                .list();
    }

    List<Line> ofCompany(String corporateNumber) {
        return jdbc.sql(
                        """
                        select number, leaf, content from register.entry
                        where corporate_number = :number order by number
                        """)
                .param("number", corporateNumber)
                .query(Ledger::mapped)
                .list();
    }

    private static Line mapped(java.sql.ResultSet row, int index) throws java.sql.SQLException {
        return new Line(
                row.getLong("number"), Hash.of(row.getBytes("leaf")), row.getString("content"));
    }

    private static List<Hash> hashes(byte[] bytes) {
        List<Hash> hashes = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            byte[] hash = new byte[Hash.SIZE];
            buffer.get(hash);
            hashes.add(Hash.of(hash));
        }
        return hashes;
    }
}
