package org.hoshimori.platform.outlook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hoshimori.platform.assessment.Assessment;
import org.hoshimori.platform.scheme.Editions;
import org.hoshimori.platform.scheme.Titles;
import org.hoshimori.rules.Answer;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.CompanySize;
import org.hoshimori.rules.Due;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Evaluation;
import org.hoshimori.rules.Level;
import org.hoshimori.rules.LevelRule;
import org.hoshimori.rules.Measures;
import org.hoshimori.rules.crosswalk.Suggestion;
import org.hoshimori.rules.plan.Gain;
import org.hoshimori.rules.plan.Goal;
import org.hoshimori.rules.plan.Planner;
import org.hoshimori.rules.plan.Wish;
import org.springframework.stereotype.Component;

/// Lays a company's answers beside every scheme. Own answers and suggestions stay apart: a
/// suggestion reaches no level.
@Component
class Prospects {

    private final Editions editions;
    private final KnownMeasures measures;

    Prospects(Editions editions, KnownMeasures measures) {
        this.editions = editions;
        this.measures = measures;
    }

    /// @param answered newest first
    /// @param offered editions that are shown in any case; those answered are too
    /// @param assessed the day of assessment, from which deadlines run; empty for no deadlines
    List<Prospect> of(
            Map<Assessment, Answers> answered,
            List<Edition> offered,
            CompanySize size,
            Optional<LocalDate> assessed) {
        Map<Edition, Assessment> sources = sources(answered);
        Map<Edition, Answers> said = said(answered);
        Set<Edition> shown = new LinkedHashSet<>(offered);
        shown.addAll(said.keySet());
        Map<String, Edition> newest = new LinkedHashMap<>();
        offered.forEach(edition -> newest.putIfAbsent(edition.scheme(), edition));
        List<Prospect> all = new ArrayList<>();
        for (Edition edition : shown) {
            all.add(prospect(edition, sources, said, newest, size, assessed));
        }
        return all;
    }

    /// The answers that speak for each edition.
    Map<Edition, Answers> said(Map<Assessment, Answers> answered) {
        Map<Edition, Answers> said = new LinkedHashMap<>();
        sources(answered)
                .forEach((edition, source) ->
                        said.put(edition, answered.getOrDefault(source, Answers.of(Map.of()))));
        return said;
    }

    /// Of each edition the newest assessment with an answer, else the newest.
    private Map<Edition, Assessment> sources(Map<Assessment, Answers> answered) {
        Map<Edition, Assessment> sources = new LinkedHashMap<>();
        Map<Edition, Assessment> empty = new LinkedHashMap<>();
        answered.forEach((assessment, answers) -> {
            Edition edition = editions.get(assessment.scheme(), assessment.edition());
            (answers.byCriterion().isEmpty() ? empty : sources).putIfAbsent(edition, assessment);
        });
        empty.forEach(sources::putIfAbsent);
        return sources;
    }

    private Prospect prospect(
            Edition edition,
            Map<Edition, Assessment> sources,
            Map<Edition, Answers> said,
            Map<String, Edition> newest,
            CompanySize size,
            Optional<LocalDate> assessed) {
        Answers own = said.getOrDefault(edition, Answers.of(Map.of()));
        Map<String, AnswerValue> suggested =
                editions.credits().suggest(said, edition).stream()
                        .collect(Collectors.toMap(Suggestion::target, Suggestion::value));
        List<Gain> gains = gains(edition, said, newest, size);
        List<Prospect.Rung> rungs = new ArrayList<>();
        for (Level level : edition.levels()) {
            rungs.add(rung(edition, level, own, suggested, gains, assessed));
        }
        // Some rules give their lowest level to whoever says nothing.
        String reached =
                own.byCriterion().isEmpty()
                        ? edition.none()
                        : edition.evaluate(edition.levels().getLast().id(), own).reached();
        return new Prospect(
                edition,
                Optional.ofNullable(sources.get(edition)),
                edition.level(reached).map(level -> Titles.of(edition, level)),
                rungs);
    }

    private Prospect.Rung rung(
            Edition edition,
            Level level,
            Answers own,
            Map<String, AnswerValue> suggested,
            List<Gain> gains,
            Optional<LocalDate> assessed) {
        Evaluation now = edition.evaluate(level.id(), own);
        Set<String> missing = missing(now);
        return new Prospect.Rung(
                Titles.of(edition, level),
                level.id(),
                now.counts().total(),
                now.counts().passing(),
                count(missing, suggested, AnswerValue.MET),
                count(missing, suggested, AnswerValue.PARTIAL),
                count(missing, suggested, AnswerValue.NOT_MET),
                now.met() && !own.byCriterion().isEmpty(),
                now.status(),
                !(level.rule() instanceof LevelRule.AllMet),
                now.met() ? Optional.empty() : next(edition, level, own, missing, gains),
                assessed.filter(_ -> !own.byCriterion().isEmpty())
                        .map(day -> Due.of(now, day, null))
                        .orElse(List.of()));
    }

    private static Set<String> missing(Evaluation evaluation) {
        return evaluation.missing().stream()
                .map(each -> each.criterion().id())
                .collect(Collectors.toSet());
    }

    private static int count(
            Set<String> missing, Map<String, AnswerValue> suggested, AnswerValue value) {
        return (int) missing.stream().filter(id -> suggested.get(id) == value).count();
    }

    private List<Gain> gains(
            Edition edition,
            Map<Edition, Answers> said,
            Map<String, Edition> newest,
            CompanySize size) {
        Map<String, Edition> beside = new LinkedHashMap<>(newest);
        beside.put(edition.scheme(), edition);
        Set<Goal> goals = new TreeSet<>();
        beside.values()
                .forEach(each -> {
                    Answers own = said.getOrDefault(each, Answers.of(Map.of()));
                    each.levels()
                            .forEach(level ->
                                    missing(each.evaluate(level.id(), own))
                                            .forEach(id -> goals.add(new Goal(each.scheme(), id))));
                });
        Measures known = measures.measures();
        return new Planner(known.list(), beside).gains(Wish.cheapest(goals, size, known.dayRate()));
    }

    private static Optional<Prospect.Next> next(
            Edition edition, Level level, Answers own, Set<String> missing, List<Gain> gains) {
        Optional<Gain> best = Optional.empty();
        Set<String> completes = Set.of();
        for (Gain gain : gains) {
            Set<String> here =
                    gain.completes().stream()
                            .filter(goal -> goal.scheme().equals(edition.scheme()))
                            .map(Goal::criterion)
                            .filter(missing::contains)
                            .collect(Collectors.toSet());
            boolean cheaper =
                    here.size() == completes.size()
                            && best.filter(other -> gain.yen() < other.yen()).isPresent();
            if (here.size() > completes.size() || cheaper) {
                best = Optional.of(gain);
                completes = here;
            }
        }
        Answers then = own;
        for (String id : completes) {
            then = then.with(id, new Answer(AnswerValue.MET));
        }
        boolean reaches = edition.evaluate(level.id(), then).met();
        int criteria = completes.size();
        return best.map(gain -> new Prospect.Next(gain.measure(), criteria, gain.yen(), reaches));
    }
}
