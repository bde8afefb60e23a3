package org.hoshimori.platform.assessment;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who else looks at an assessment just now: in the database, for instances share it.
@Component
class Presence {

    /// Twice the pause between two polls, and a little more.
    private static final Duration FRESH = Duration.ofSeconds(25);

    private final JdbcClient jdbc;
    private final Clock clock;

    Presence(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Says where I am.
    ///
    /// @return the others who are here, by name
    List<Person> here(AssessmentId assessment, Actor actor, String criterion) {
        jdbc.sql(
                        """
                        insert into assessment.presence (assessment, account, name, criterion, at)
                        values (:assessment, :account, :name, :criterion, :at)
                        on conflict (assessment, account) do update set
                            name = excluded.name, criterion = excluded.criterion, at = excluded.at
                        """)
                .param("assessment", assessment.value())
                .param("account", actor.id().value())
                .param("name", actor.name())
                .param("criterion", criterion)
                .param("at", Sql.at(clock.instant()))
                .update();
        return jdbc.sql(
                        """
                        select name, criterion from assessment.presence
                        where assessment = :assessment and account <> :account and at > :since order by name
                        """)
                .param("assessment", assessment.value())
                .param("account", actor.id().value())
                .param("since", Sql.at(clock.instant().minus(FRESH)))
                .query((row, index) ->
                        new Person(row.getString("name"), row.getString("criterion")))
                .list();
    }
}
