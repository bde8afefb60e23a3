package org.hoshimori.bench.network;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalDouble;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.hoshimori.network.Adjacency;
import org.hoshimori.network.Network;

/// The same questions to DuckDB, on two threads.
final class Duck implements Peer {
    private final Connection connection;

    Duck(Network network) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("set threads = 2");
            statement.execute(Sql.TABLES);
        }
        DuckDBConnection duck = connection.unwrap(DuckDBConnection.class);
        try (DuckDBAppender rows = duck.createAppender("main", "relation")) {
            Adjacency suppliers = network.suppliers();
            for (int i = 0; i < network.companies(); i++) {
                for (int e = suppliers.first(i); e < suppliers.end(i); e++) {
                    rows.beginRow();
                    rows.append(i);
                    rows.append(suppliers.company(e));
                    rows.append((double) suppliers.weight(e));
                    rows.endRow();
                }
            }
        }
        try (DuckDBAppender rows = duck.createAppender("main", "company")) {
            for (int i = 0; i < network.companies(); i++) {
                rows.beginRow();
                rows.append(i);
                rows.append(network.level(i));
                rows.endRow();
            }
        }
    }

    @Override
    public String name() {
        return "DuckDB `USING KEY`";
    }

    @Override
    public List<Integer> tiers(int purchaser, int depth) {
        return Sql.counts(
                connection,
                """
                with recursive reached(id, tier) using key (id) as (
                    select %1$d, 0
                    union
                    select distinct r.s, reached.tier + 1
                    from reached join relation r on r.p = reached.id
                    left join recurring.reached known on known.id = r.s
                    where reached.tier < %2$d and known.id is null
                )
                select count(*) from reached where tier > 0 group by tier order by tier
                """
                        .formatted(purchaser, depth));
    }

    @Override
    public OptionalDouble exposure() {
        return OptionalDouble.of(Sql.ask(connection, Sql.EXPOSURE).getFirst());
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
