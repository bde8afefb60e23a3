package org.hoshimori.platform.trail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.hoshimori.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Writes the audit trail in the transaction of what it tells of, and reads it.
///
/// The table refuses update, delete and truncate; a hash over each line and the one before it (per
/// subject) makes an edit behind the database's back visible.
@Component
public class Trail {

    /// A line of the trail as its readers see it.
    public record Line(
            long number,
            Instant at,
            Optional<UUID> actor,
            String what,
            String subject,
            Map<String, String> details) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Trail(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Happening happening) {
        jdbc.sql(
                        """
                        insert into trail.line (at, actor, what, subject, organisation, details)
                        values (:at, :actor, :what, :subject, :organisation, :details::jsonb)
                        """)
                .param("at", Sql.at(clock.instant()))
                .param("actor", happening.actor().orElse(null))
                .param("what", happening.what())
                .param("subject", happening.subject())
                .param("organisation", happening.organisation().orElse(null))
                .param("details", json.writeValueAsString(new TreeMap<>(happening.details())))
                .update();
    }

    /// What happened to one subject, oldest first.
    @Transactional(readOnly = true)
    public List<Line> of(String subject) {
        return jdbc.sql("select * from trail.line where subject = :subject order by number")
                .param("subject", subject)
                .query((row, index) -> line(row))
                .list();
    }

    /// What concerns one organisation, newest first.
    ///
    /// @param before only lines with smaller numbers
    @Transactional(readOnly = true)
    public List<Line> ofOrganisation(UUID organisation, long before, int limit) {
        return jdbc.sql(
                        """
                        select * from trail.line where organisation = :organisation and number < :before
                        order by number desc limit :limit
                        """)
                .param("organisation", organisation)
                .param("before", before)
                .param("limit", limit)
                .query((row, index) -> line(row))
                .list();
    }

    /// Whether every line about everything of an organisation still has the hash it was written
    /// with and follows the line it followed then. A line edited, inserted or removed between two
    /// others shows; lines removed from the end do not.
    @Transactional(readOnly = true)
    public boolean organisationIntact(UUID organisation) {
        return jdbc.sql(
                        """
                        select not exists (
                            select 1 from (
                                select line.hash = trail.hash_of(line) as same, line.previous,
                                       lag(line.hash) over (partition by line.subject order by line.number) as before
                                from trail.line line
                                where line.subject in (
                                    select subject from trail.line where organisation = :organisation)
                            ) checked
                            where not same or previous is distinct from before)
                        """)
                .param("organisation", organisation)
                .query(Boolean.class)
                .single();
    }

    private Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getLong("number"),
                Sql.instant(row, "at"),
                Optional.ofNullable(row.getObject("actor", UUID.class)),
                row.getString("what"),
                row.getString("subject"),
                json.readValue(
                        row.getString("details"), new TypeReference<Map<String, String>>() {}));
    }
}
