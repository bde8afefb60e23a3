package org.hoshimori.platform.demo;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How many steps of a nation were played; counted in the same transaction as the step.
@Component
@Profile("demo")
class Progress {

    private final JdbcClient jdbc;

    Progress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int steps(Nation nation) {
        return jdbc.sql("select steps from demo.progress where nation = :nation")
                .param("nation", nation.digest())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    void reached(Nation nation, int steps) {
        jdbc.sql(
                        """
                        insert into demo.progress (nation, steps) values (:nation, :steps)
                        on conflict (nation) do update set steps = excluded.steps
                        """)
                .param("nation", nation.digest())
                .param("steps", steps)
                .update();
    }
}
