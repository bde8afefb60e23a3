package org.hoshimori.bench.network;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// What the databases have in common: `relation (p, s, w)` and `company (id, level)`.
final class Sql {
    static final String TABLES =
            """
            create table relation (p int, s int, w double precision);
            create table company (id int, level int)
            """;

    /// The mean exposure of all who buy, through three tiers.
    static final String EXPOSURE =
            """
            with w as (select p, s, w / sum(w) over (partition by p) as share from relation),
            f1 as (select p, sum(share * (level < 3)::int) as f from w join company on id = s group by p),
            f2 as (select w.p, sum(share * case when level < 3 then 1 else coalesce(f, 0) end) as f
                   from w join company on id = s left join f1 on f1.p = w.s group by w.p),
            f3 as (select w.p, sum(share * case when level < 3 then 1 else coalesce(f, 0) end) as f
                   from w join company on id = s left join f2 on f2.p = w.s group by w.p)
            select avg(f) from f3
            """;

    private Sql() {}

    static List<Double> ask(Connection connection, String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<Double> answer = new ArrayList<>();
            while (rows.next()) {
                answer.add(rows.getDouble(1));
            }
            return answer;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static List<Integer> counts(Connection connection, String sql) {
        return ask(connection, sql).stream().map(Double::intValue).toList();
    }
}
