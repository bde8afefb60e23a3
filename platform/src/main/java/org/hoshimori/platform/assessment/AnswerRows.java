package org.hoshimori.platform.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.database.Sql;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.rules.AnswerValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of answers and suggestions; many are written by one statement.
@Component
class AnswerRows {

    private final JdbcClient jdbc;

    AnswerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Answer> of(AssessmentId assessment) {
        return byCriterion(
                jdbc.sql(
                                """
                                select criterion, value, word, reason, note, version, at, by, name
                                from assessment.answer where assessment = :assessment order by criterion
                                """)
                        .param("assessment", assessment.value())
                        .query(AnswerRows::read)
                        .list());
    }

    /// Of all assessments of a company; one without answers is left out.
    Map<AssessmentId, Map<String, Answer>> of(OrganisationId organisation) {
        Map<AssessmentId, List<Answer>> answers = new HashMap<>();
        jdbc.sql(
                        """
                        select a.assessment, a.criterion, a.value, a.word, a.reason, a.note, a.version, a.at, a.by, a.name
                        from assessment.answer a join assessment.assessment s on s.id = a.assessment
                        where s.organisation = :organisation order by a.criterion
                        """)
                .param("organisation", organisation.value())
                .query(row -> {
                    answers.computeIfAbsent(
                                    new AssessmentId(row.getObject("assessment", UUID.class)),
                                    _ -> new ArrayList<>())
                            .add(read(row, 0));
                });
        Map<AssessmentId, Map<String, Answer>> byAssessment = new HashMap<>();
        answers.forEach((id, some) -> byAssessment.put(id, byCriterion(some)));
        return byAssessment;
    }

    Map<String, Answer> of(AssessmentId assessment, Collection<String> criteria) {
        return byCriterion(
                jdbc.sql(
                                """
                                select criterion, value, word, reason, note, version, at, by, name
                                from assessment.answer
                                where assessment = :assessment and criterion = any(:criteria::text[])
                                order by criterion
                                """)
                        .param("assessment", assessment.value())
                        .param("criteria", Sql.array(criteria))
                        .query(AnswerRows::read)
                        .list());
    }

    /// What the company answered to other criteria in its other assessments, newest first.
    List<Elsewhere> elsewhere(
            OrganisationId organisation,
            AssessmentId here,
            List<String> schemes,
            List<String> editions,
            List<String> criteria) {
        return jdbc.sql(
                        """
                        select s.id, s.scheme, s.edition, s.level, a.criterion, a.value, a.word, a.reason, a.note
                        from unnest(:schemes::text[], :editions::text[], :criteria::text[])
                                as near (scheme, edition, criterion)
                            join assessment.assessment s on s.organisation = :organisation and s.id <> :here
                                and s.scheme = near.scheme and s.edition = near.edition
                            join assessment.answer a on a.assessment = s.id and a.criterion = near.criterion
                        where a.value is not null order by s.created_at desc, s.id
                        """)
                .param("organisation", organisation.value())
                .param("here", here.value())
                .param("schemes", Sql.array(schemes))
                .param("editions", Sql.array(editions))
                .param("criteria", Sql.array(criteria))
                .query((row, index) ->
                        new Elsewhere(
                                new AssessmentId(row.getObject("id", UUID.class)),
                                row.getString("scheme"),
                                row.getString("edition"),
                                row.getString("level"),
                                row.getString("criterion"),
                                said(row, "")))
                .list();
    }

    /// Everybody whose hand was ever in the answers, whoever saved last.
    List<AccountId> writers(AssessmentId assessment) {
        return jdbc.sql(
                        "select distinct by from assessment.answer_history where assessment = :assessment")
                .param("assessment", assessment.value())
                .query((row, index) -> new AccountId(row.getObject("by", UUID.class)))
                .list();
    }

    /// The criteria whose answers were saved after the assessment had that version.
    List<String> changedSince(AssessmentId assessment, int version) {
        return jdbc.sql(
                        """
                        select criterion from assessment.answer
                        where assessment = :assessment and seen > :version order by criterion
                        """)
                .param("assessment", assessment.value())
                .param("version", version)
                .query((row, index) -> row.getString("criterion"))
                .list();
    }

    void save(AssessmentId assessment, Collection<Answer> answers, int seen, Actor by, Instant at) {
        jdbc.sql(
                        """
                        insert into assessment.answer
                            (assessment, criterion, value, word, reason, note, version, seen, at, by, name)
                        select :assessment, criterion, nullif(value, ''), nullif(word, ''), reason, note, version,
                            :seen, :at, :by, :name
                        from unnest(:criteria::text[], :values::text[], :words::text[], :reasons::text[], :notes::text[],
                                :versions::int[])
                            as sent (criterion, value, word, reason, note, version)
                        on conflict (assessment, criterion) do update set
                            value = excluded.value, word = excluded.word, reason = excluded.reason, note = excluded.note,
                            version = excluded.version, seen = excluded.seen,
                            at = excluded.at, by = excluded.by, name = excluded.name
                        """)
                .param("assessment", assessment.value())
                .param("seen", seen)
                .param("at", Sql.at(at))
                .param("by", by.id().value())
                .param("name", by.name())
                .param("criteria", texts(answers, Answer::criterion))
                .param("values", texts(answers, answer -> code(answer.said())))
                .param("words", texts(answers, answer -> word(answer.said())))
                .param("reasons", texts(answers, Answer::reason))
                .param("notes", texts(answers, Answer::note))
                .param("versions", answers.stream().map(Answer::version).toArray(Integer[]::new))
                .update();
    }

    Map<String, Said> suggestions(AssessmentId assessment) {
        Map<String, Said> suggestions = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select criterion, value, word, reason, note from assessment.suggestion
                        where assessment = :assessment order by criterion
                        """)
                .param("assessment", assessment.value())
                .query((row, index) -> Map.entry(row.getString("criterion"), said(row, "")))
                .list()
                .forEach(entry -> suggestions.put(entry.getKey(), entry.getValue()));
        return suggestions;
    }

    /// Answers that wait to be affirmed, by criterion.
    void suggest(AssessmentId assessment, Map<String, Said> said) {
        jdbc.sql(
                        """
                        insert into assessment.suggestion (assessment, criterion, value, word, reason, note)
                        select :assessment, criterion, value, nullif(word, ''), reason, note
                        from unnest(:criteria::text[], :values::text[], :words::text[], :reasons::text[], :notes::text[])
                            as said (criterion, value, word, reason, note)
                        """)
                .param("assessment", assessment.value())
                .param("criteria", said.keySet().toArray(String[]::new))
                .param(
                        "values",
                        said.values().stream().map(AnswerRows::code).toArray(String[]::new))
                .param("words", said.values().stream().map(AnswerRows::word).toArray(String[]::new))
                .param("reasons", said.values().stream().map(Said::reason).toArray(String[]::new))
                .param("notes", said.values().stream().map(Said::note).toArray(String[]::new))
                .update();
    }

    /// Last year's answers to the criteria that are asked again.
    void suggest(AssessmentId assessment, AssessmentId from, Collection<String> criteria) {
        jdbc.sql(
                        """
                        insert into assessment.suggestion (assessment, criterion, value, word, reason, note)
                        select :assessment, criterion, value, word, reason, note from assessment.answer
                        where assessment = :from and value is not null and criterion = any(:criteria::text[])
                        """)
                .param("assessment", assessment.value())
                .param("from", from.value())
                .param("criteria", Sql.array(criteria))
                .update();
    }

    static String code(Said said) {
        return said.value().map(AnswerValue::code).orElse("");
    }

    /// The scheme's own word; empty where it is the common one.
    static String word(Said said) {
        return said.ownWord() ? said.word() : "";
    }

    /// What was said, from columns whose names begin with `prefix`.
    static Said said(ResultSet row, String prefix) throws SQLException {
        Optional<AnswerValue> value =
                Optional.ofNullable(row.getString(prefix + "value")).flatMap(Said::value);
        return new Said(
                value,
                Optional.ofNullable(row.getString(prefix + "word"))
                        .orElse(value.map(AnswerValue::code).orElse("")),
                row.getString(prefix + "reason"),
                row.getString(prefix + "note"));
    }

    private static String[] texts(
            Collection<Answer> answers, java.util.function.Function<Answer, String> field) {
        return answers.stream().map(field).toArray(String[]::new);
    }

    private static Map<String, Answer> byCriterion(List<Answer> answers) {
        Map<String, Answer> found = new LinkedHashMap<>();
        answers.forEach(answer -> found.put(answer.criterion(), answer));
        return found;
    }

    private static Answer read(ResultSet row, int index) throws SQLException {
        return new Answer(
                row.getString("criterion"),
                said(row, ""),
                row.getInt("version"),
                Sql.instant(row, "at"),
                new AccountId(row.getObject("by", UUID.class)),
                row.getString("name"));
    }
}
