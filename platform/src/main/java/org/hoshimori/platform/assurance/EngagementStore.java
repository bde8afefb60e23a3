package org.hoshimori.platform.assurance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.platform.assessment.AssessmentId;
import org.hoshimori.platform.database.Sql;
import org.hoshimori.platform.organisation.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The table of engagements and the checks of independence made in them.
@Component
class EngagementStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    EngagementStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(Engagement engagement) {
        jdbc.sql(
                        """
                        insert into assurance.engagement
                            (id, assessment, organisation, email, expert, stage, invited_by, invited_at, message)
                        values (:id, :assessment, :organisation, :email, :expert, 'invited', :by, :at, :message)
                        """)
                .param("id", engagement.id())
                .param("assessment", engagement.assessment().value())
                .param("organisation", engagement.organisation().value())
                .param("email", engagement.email())
                .param("expert", engagement.expert().map(AccountId::value).orElse(null))
                .param("by", engagement.invitedBy().value())
                .param("at", Sql.at(engagement.invitedAt()))
                .param("message", engagement.message())
                .update();
    }

    Optional<Engagement> find(UUID id) {
        return jdbc.sql("select * from assurance.engagement where id = :id")
                .param("id", id)
                .query(this::engagement)
                .optional();
    }

    /// The invited or accepted one; there is never more than one.
    Optional<Engagement> open(AssessmentId assessment) {
        return jdbc.sql(
                        """
                        select * from assurance.engagement
                        where assessment = :assessment and stage in ('invited', 'accepted')
                        """)
                .param("assessment", assessment.value())
                .query(this::engagement)
                .optional();
    }

    /// The same, locked until the transaction ends, so that two clicks cannot both win.
    Optional<Engagement> openLocked(AssessmentId assessment) {
        return jdbc.sql(
                        """
                        select * from assurance.engagement
                        where assessment = :assessment and stage in ('invited', 'accepted') for update
                        """)
                .param("assessment", assessment.value())
                .query(this::engagement)
                .optional();
    }

    /// Every engagement of an assessment, newest first.
    List<Engagement> of(AssessmentId assessment) {
        return jdbc.sql(
                        "select * from assurance.engagement where assessment = :assessment order by invited_at desc")
                .param("assessment", assessment.value())
                .query(this::engagement)
                .list();
    }

    /// A person's queue: open engagements and those that ended, newest first.
    List<Engagement> queue(AccountId expert, String email) {
        return jdbc.sql(
                        """
                        select * from assurance.engagement
                        where expert = :expert or (expert is null and lower(email) = lower(:email))
                        order by stage in ('invited', 'accepted') desc, invited_at desc limit 200
                        """)
                .param("expert", expert.value())
                .param("email", email)
                .query(this::engagement)
                .list();
    }

    boolean accept(UUID id, AccountId expert, Declaration declaration, Instant at) {
        return jdbc.sql(
                                """
                                update assurance.engagement set stage = 'accepted', expert = :expert,
                                    declaration = :declaration::jsonb, accepted_at = :at
                                where id = :id and stage = 'invited'
                                """)
                        .param("id", id)
                        .param("expert", expert.value())
                        .param("declaration", json.writeValueAsString(declaration))
                        .param("at", Sql.at(at))
                        .update()
                == 1;
    }

    void read(UUID id, Instant at) {
        jdbc.sql("update assurance.engagement set read_at = :at where id = :id")
                .param("id", id)
                .param("at", Sql.at(at))
                .update();
    }

    boolean end(UUID id, Engagement.Stage stage, AccountId by, String reason, Instant at) {
        return jdbc.sql(
                                """
                                update assurance.engagement set stage = :stage, ended_by = :by, ended_at = :at, reason = :reason
                                where id = :id and stage in ('invited', 'accepted')
                                """)
                        .param("id", id)
                        .param("stage", stage.code())
                        .param("by", by.value())
                        .param("at", Sql.at(at))
                        .param("reason", reason)
                        .update()
                == 1;
    }

    void checked(UUID engagement, Occasion occasion, Independence independence) {
        jdbc.sql(
                        """
                        insert into assurance.independence_check (engagement, occasion, at, version, rules, refused, ties)
                        values (:engagement, :occasion, :at, :version, :rules, :refused, :ties::jsonb)
                        """)
                .param("engagement", engagement)
                .param("occasion", occasion.code())
                .param("at", Sql.at(independence.at()))
                .param("version", independence.version())
                .param("rules", independence.rules())
                .param("refused", independence.refused())
                .param("ties", json.writeValueAsString(independence.ties()))
                .update();
    }

    /// The newest check made in an engagement.
    Optional<Independence> lastCheck(UUID engagement) {
        return jdbc.sql(
                        """
                        select * from assurance.independence_check where engagement = :engagement
                        order by number desc limit 1
                        """)
                .param("engagement", engagement)
                .query((row, index) ->
                        new Independence(
                                row.getString("version"),
                                row.getString("rules"),
                                Sql.instant(row, "at"),
                                List.of(json.readValue(row.getString("ties"), CheckedTie[].class))))
                .optional();
    }

    private Engagement engagement(ResultSet row, int index) throws SQLException {
        String declaration = row.getString("declaration");
        return new Engagement(
                row.getObject("id", UUID.class),
                new AssessmentId(row.getObject("assessment", UUID.class)),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                row.getString("email"),
                Optional.ofNullable(row.getObject("expert", UUID.class)).map(AccountId::new),
                Engagement.Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT)),
                new AccountId(row.getObject("invited_by", UUID.class)),
                Sql.instant(row, "invited_at"),
                row.getString("message"),
                Optional.ofNullable(declaration)
                        .map(text -> json.readValue(text, Declaration.class)),
                Optional.ofNullable(Sql.instantOrNull(row, "accepted_at")),
                Optional.ofNullable(Sql.instantOrNull(row, "read_at")),
                Optional.ofNullable(Sql.instantOrNull(row, "ended_at")),
                row.getString("reason"));
    }
}
