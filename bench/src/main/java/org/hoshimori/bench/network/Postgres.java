package org.hoshimori.bench.network;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalDouble;
import javax.sql.DataSource;
import org.hoshimori.network.Adjacency;
import org.hoshimori.network.Network;
import org.hoshimori.platform.Platform;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// The same questions to the PostgreSQL that the product brings along, with an index on the
/// purchaser and memory enough to sort in.
final class Postgres implements Peer {
    private static final int BATCH = 10_000;

    private final ConfigurableApplicationContext application;
    private final Connection connection;

    Postgres(Network network, Path scratch) throws SQLException {
        SpringApplication platform = new SpringApplication(Platform.class);
        platform.setAdditionalProfiles("demo");
        application =
                platform.run(
                        "--hoshimori.data=" + scratch.resolve("data"),
                        "--server.port=0",
                        "--logging.level.root=warn");
        connection = application.getBean(DataSource.class).getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists bench cascade; create schema bench");
            statement.execute("set search_path = bench; set work_mem = '1GB'");
            statement.execute("set max_parallel_workers_per_gather = 2");
            statement.execute(Sql.TABLES.replace("create table", "create unlogged table"));
        }
        connection.setAutoCommit(false);
        fill(network);
        connection.commit();
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("create index on relation (p) include (s)");
            statement.execute("create index on company (id) include (level)");
            statement.execute("vacuum analyze relation");
            statement.execute("vacuum analyze company");
        }
    }

    private void fill(Network network) throws SQLException {
        try (PreparedStatement relation =
                        connection.prepareStatement("insert into relation values (?, ?, ?)");
                PreparedStatement company =
                        connection.prepareStatement("insert into company values (?, ?)")) {
            Adjacency suppliers = network.suppliers();
            int waiting = 0;
            for (int i = 0; i < network.companies(); i++) {
                for (int e = suppliers.first(i); e < suppliers.end(i); e++) {
                    relation.setInt(1, i);
                    relation.setInt(2, suppliers.company(e));
                    relation.setDouble(3, suppliers.weight(e));
                    relation.addBatch();
                    waiting++;
                }
                company.setInt(1, i);
                company.setInt(2, network.level(i));
                company.addBatch();
                if (waiting > BATCH) {
                    relation.executeBatch();
                    company.executeBatch();
                    waiting = 0;
                }
            }
            relation.executeBatch();
            company.executeBatch();
        }
    }

    @Override
    public String name() {
        return "PostgreSQL recursive CTE";
    }

    @Override
    public List<Integer> tiers(int purchaser, int depth) {
        return Sql.counts(
                connection,
                """
                with recursive reached(id, tier) as (
                    select %1$d, 0
                    union
                    select r.s, reached.tier + 1
                    from reached join relation r on r.p = reached.id
                    where reached.tier < %2$d
                ),
                nearest as (select id, min(tier) as tier from reached group by id)
                select count(*) from nearest where tier > 0 group by tier order by tier
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
        } finally {
            application.close();
        }
    }
}
