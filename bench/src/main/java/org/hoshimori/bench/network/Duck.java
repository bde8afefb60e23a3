package org.hoshimori.bench.network;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.hoshimori.network.Adjacency;
import org.hoshimori.network.Network;

/// The same questions to DuckDB, on two threads.
final class Duck implements AutoCloseable {
    private final Connection connection;

    Duck(Network network) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("set threads = 2");
            statement.execute("create table relation (p int, s int, w double)");
            statement.execute("create table company (id int, level int)");
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

    /// Suppliers of each tier.
    List<Integer> tiers(int purchaser, int depth) {
        return ask(
                """
                with recursive reached(id, tier) using key (id) as (
                    select %1$d, 0
                    union
                    select distinct r.s, reached.tier + 1
                    from reached join relation r on r.p = reached.id
                    left join recurring.reached known on known.id = r.s
                    where reached.tier < %2$d and known.id is null
                )
                select count(*)::int from reached where tier > 0 group by tier order by tier
                """
                        .formatted(purchaser, depth));
    }

    /// The exposure of all through three tiers; answers a checksum in millionths.
    List<Integer> exposure() {
        return ask(
                """
                with w as (select p, s, w / sum(w) over (partition by p) as share from relation),
                f1 as (select p, sum(share * (level < 3)::int) as f from w join company on id = s group by p),
                f2 as (select w.p, sum(share * case when level < 3 then 1 else coalesce(f, 0) end) as f
                       from w join company on id = s left join f1 on f1.p = w.s group by w.p),
                f3 as (select w.p, sum(share * case when level < 3 then 1 else coalesce(f, 0) end) as f
                       from w join company on id = s left join f2 on f2.p = w.s group by w.p)
                select (avg(f) * 1e6)::int from f3
                """);
    }

    private List<Integer> ask(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<Integer> answer = new ArrayList<>();
            while (rows.next()) {
                answer.add(rows.getInt(1));
            }
            return answer;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
