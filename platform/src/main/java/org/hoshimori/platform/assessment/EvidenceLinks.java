package org.hoshimori.platform.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.database.Sql;
import org.hoshimori.platform.evidence.EvidenceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which evidence supports which answer.
@Component
class EvidenceLinks {

    private final JdbcClient jdbc;

    EvidenceLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, List<EvidenceId>> of(AssessmentId assessment) {
        Map<String, List<EvidenceId>> links = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select criterion, evidence from assessment.evidence_link
                        where assessment = :assessment order by criterion, at, evidence
                        """)
                .param("assessment", assessment.value())
                .query((row, index) ->
                        Map.entry(
                                row.getString("criterion"),
                                new EvidenceId(row.getObject("evidence", UUID.class))))
                .list()
                .forEach(link ->
                        links.computeIfAbsent(link.getKey(), _ -> new ArrayList<>())
                                .add(link.getValue()));
        return links;
    }

    /// @return false when it was attached already
    boolean attach(
            AssessmentId assessment, String criterion, EvidenceId evidence, Actor by, Instant at) {
        return jdbc.sql(
                                """
                                insert into assessment.evidence_link (assessment, criterion, evidence, at, by)
                                values (:assessment, :criterion, :evidence, :at, :by) on conflict do nothing
                                """)
                        .param("assessment", assessment.value())
                        .param("criterion", criterion)
                        .param("evidence", evidence.value())
                        .param("at", Sql.at(at))
                        .param("by", by.id().value())
                        .update()
                == 1;
    }

    boolean detach(AssessmentId assessment, String criterion, EvidenceId evidence) {
        return jdbc.sql(
                                """
                                delete from assessment.evidence_link
                                where assessment = :assessment and criterion = :criterion and evidence = :evidence
                                """)
                        .param("assessment", assessment.value())
                        .param("criterion", criterion)
                        .param("evidence", evidence.value())
                        .update()
                == 1;
    }

    void copy(
            AssessmentId from, AssessmentId to, Collection<String> criteria, Actor by, Instant at) {
        jdbc.sql(
                        """
                        insert into assessment.evidence_link (assessment, criterion, evidence, at, by)
                        select :to, criterion, evidence, :at, :by from assessment.evidence_link
                        where assessment = :from and criterion = any(:criteria::text[])
                        """)
                .param("from", from.value())
                .param("to", to.value())
                .param("criteria", Sql.array(criteria))
                .param("at", Sql.at(at))
                .param("by", by.id().value())
                .update();
    }

    /// @param criteria for each criterion of `to` the one of `from` whose evidence supports it
    void carry(
            AssessmentId from,
            AssessmentId to,
            Map<String, String> criteria,
            Actor by,
            Instant at) {
        jdbc.sql(
                        """
                        insert into assessment.evidence_link (assessment, criterion, evidence, at, by)
                        select :to, pair.later, link.evidence, :at, :by
                        from unnest(:laters::text[], :earlier::text[]) as pair (later, earlier)
                            join assessment.evidence_link link on link.assessment = :from and link.criterion = pair.earlier
                        """)
                .param("from", from.value())
                .param("to", to.value())
                .param("laters", criteria.keySet().toArray(String[]::new))
                .param("earlier", criteria.values().toArray(String[]::new))
                .param("at", Sql.at(at))
                .param("by", by.id().value())
                .update();
    }

    /// The assessments in which a piece of evidence supports an answer.
    List<AssessmentId> with(EvidenceId evidence) {
        return jdbc.sql(
                        "select distinct assessment from assessment.evidence_link where evidence = :evidence")
                .param("evidence", evidence.value())
                .query((row, index) -> new AssessmentId(row.getObject("assessment", UUID.class)))
                .list();
    }
}
