package org.hoshimori.platform.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.platform.organisation.Organisation;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.scheme.Succession;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What another edition would do to every stored assessment of an edition, read in one stream.
@Component
class EditionEffects {

    /// Rows fetched at a time.
    private static final int FETCH = 2000;

    /// Names told at most.
    private static final int NAMED = 100;

    private final JdbcClient jdbc;
    private final Organisations organisations;

    EditionEffects(JdbcClient jdbc, Organisations organisations) {
        this.jdbc = jdbc;
        this.organisations = organisations;
    }

    /// An assessment while its rows are read.
    private record Read(UUID id, OrganisationId company, String level, Stage stage) {}

    private record Hit(Read read, Effect.Outcome outcome, int toAffirm, int missing) {}

    @Transactional(readOnly = true)
    EffectReport of(Succession succession) {
        var counts = new TreeMap<Stage, Map<Effect.Outcome, Integer>>();
        List<Hit> hits = new ArrayList<>();
        var stream = new Stream(succession, counts, hits);
        jdbc.sql(
                        """
                        select s.id, s.organisation, s.level, s.stage, a.criterion, a.value, a.word, a.reason
                        from assessment.assessment s left join assessment.answer a on a.assessment = s.id
                        where s.scheme = :scheme and s.edition = :edition order by s.id
                        """)
                .param("scheme", succession.before().scheme())
                .param("edition", succession.before().id())
                .withFetchSize(FETCH)
                .query(stream::row);
        stream.end();
        Map<OrganisationId, Organisation> companies =
                organisations.all(hits.stream().map(hit -> hit.read.company).toList());
        return new EffectReport(
                counts,
                hits.stream()
                        .map(hit ->
                                new EffectReport.Line(
                                        Objects.requireNonNull(companies.get(hit.read.company)),
                                        hit.read.level,
                                        hit.outcome,
                                        hit.toAffirm,
                                        hit.missing))
                        .toList());
    }

    /// Rows come by assessment; each is judged when its last row was read.
    private static final class Stream {
        private final Succession succession;
        private final Map<Stage, Map<Effect.Outcome, Integer>> counts;
        private final List<Hit> hits;
        private final Map<String, Answer> answers = new HashMap<>();
        private @Nullable Read current;

        Stream(
                Succession succession,
                Map<Stage, Map<Effect.Outcome, Integer>> counts,
                List<Hit> hits) {
            this.succession = succession;
            this.counts = counts;
            this.hits = hits;
        }

        void row(ResultSet row) throws SQLException {
            UUID id = row.getObject("id", UUID.class);
            if (current == null || !current.id.equals(id)) {
                end();
                current =
                        new Read(
                                id,
                                new OrganisationId(row.getObject("organisation", UUID.class)),
                                row.getString("level"),
                                Stage.of(row.getString("stage")));
            }
            String criterion = row.getString("criterion");
            if (criterion != null) {
                answers.put(criterion, answer(criterion, row));
            }
        }

        void end() {
            Read read = current;
            if (read != null
                    && succession.before().level(read.level).isPresent()
                    && succession.after().level(read.level).isPresent()) {
                Effect effect = Effect.of(succession, read.level, answers);
                Effect.Outcome outcome = effect.outcome();
                counts.computeIfAbsent(read.stage, _ -> new EnumMap<>(Effect.Outcome.class))
                        .merge(outcome, 1, Integer::sum);
                boolean known = read.stage == Stage.APPLIED || read.stage == Stage.REGISTERED;
                boolean lost =
                        outcome == Effect.Outcome.TO_AFFIRM || outcome == Effect.Outcome.FALLS;
                if (known && lost && hits.size() < NAMED) {
                    hits.add(
                            new Hit(
                                    read,
                                    outcome,
                                    effect.toAffirm().size(),
                                    effect.affirmed().missing().size()));
                }
            }
            answers.clear();
            current = null;
        }

        /// Who saved it and when does not matter here.
        private static Answer answer(String criterion, ResultSet row) throws SQLException {
            var value = java.util.Optional.ofNullable(row.getString("value")).flatMap(Said::value);
            String word = row.getString("word");
            return new Answer(
                    criterion,
                    new Said(
                            value,
                            word == null
                                    ? value.map(org.hoshimori.rules.AnswerValue::code).orElse("")
                                    : word,
                            row.getString("reason"),
                            ""),
                    1,
                    java.time.Instant.EPOCH,
                    NOBODY,
                    "");
        }

        private static final AccountId NOBODY = new AccountId(new UUID(0, 0));
    }
}
