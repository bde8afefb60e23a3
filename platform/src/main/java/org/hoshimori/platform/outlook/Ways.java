package org.hoshimori.platform.outlook;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hoshimori.platform.assessment.Assessments;
import org.hoshimori.platform.organisation.Organisation;
import org.hoshimori.platform.scheme.Editions;
import org.hoshimori.platform.scheme.Titles;
import org.hoshimori.rules.Answer;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Evaluation;
import org.hoshimori.rules.Measure;
import org.hoshimori.rules.Outcome;
import org.hoshimori.rules.plan.Goal;
import org.hoshimori.rules.plan.Plan;
import org.hoshimori.rules.plan.Planner;
import org.hoshimori.rules.plan.Wish;
import org.springframework.stereotype.Component;

/// Plans the way from a company's answers to the levels that are wanted. Only its own answers
/// count: a suggestion is no answer.
@Component
class Ways {

    private final Assessments assessments;
    private final Prospects prospects;
    private final Editions editions;
    private final KnownMeasures known;
    private final Figures figures;
    private final Asking asking;
    private final Turns turns;

    Ways(
            Assessments assessments,
            Prospects prospects,
            Editions editions,
            KnownMeasures known,
            Figures figures,
            Asking asking,
            Turns turns) {
        this.assessments = assessments;
        this.prospects = prospects;
        this.editions = editions;
        this.known = known;
        this.figures = figures;
        this.asking = asking;
        this.turns = turns;
    }

    /// Within a few seconds at most: the planner stops with the gap that is left. Where too many
    /// plan at once, there is no plan and the way says that it is busy.
    Way of(Organisation company, PlanForm form, LocalDate today) {
        Map<Edition, Answers> said = prospects.said(assessments.answered(company.id()));
        List<Edition> offered = editions.offered(today);
        Asked asked = asking.of(form, today, usual(offered, said));
        Terms terms = figures.terms(company);
        Map<String, Figure> own = figures.own(company.id());
        Map<Asked.Aim, Evaluation> now = new LinkedHashMap<>();
        Set<Goal> missing = new TreeSet<>();
        Map<String, Edition> wanted = new LinkedHashMap<>();
        for (Asked.Aim aim : asked.goals()) {
            Answers answers = said.getOrDefault(aim.edition(), Answers.of(Map.of()));
            Evaluation evaluation = aim.edition().evaluate(aim.level().id(), answers);
            now.put(aim, evaluation);
            wanted.put(aim.edition().scheme(), aim.edition());
            if (!evaluation.met()) {
                evaluation
                        .missing()
                        .forEach(each ->
                                missing.add(
                                        new Goal(aim.edition().scheme(), each.criterion().id())));
            }
        }
        Planner planner = new Planner(measures(own, inPlace(said, wanted)), wanted);
        Wish wish = wish(asked, terms, missing, today);
        boolean toggled = !asked.with().isEmpty() || !asked.without().isEmpty();
        Optional<Planned> planned =
                missing.isEmpty()
                        ? Optional.of(Planned.NOTHING)
                        : turns.take(() -> planned(planner, wish, toggled));
        Optional<Plan> plan = planned.flatMap(Planned::plan);
        return new Way(
                asked,
                terms,
                today,
                schemes(offered),
                now.entrySet().stream()
                        .map(each -> target(each.getKey(), each.getValue(), plan))
                        .toList(),
                lines(asked, terms, own, planner.helps(wish.goals())),
                plan,
                planned.flatMap(Planned::difference),
                planned.isEmpty());
    }

    /// @param difference as [Way#difference]
    private record Planned(Optional<Plan> plan, Optional<Long> difference) {
        private static final Planned NOTHING = new Planned(Optional.empty(), Optional.empty());
    }

    private static Planned planned(Planner planner, Wish wish, boolean toggled) {
        Plan plan = planner.plan(wish);
        return new Planned(
                Optional.of(plan),
                toggled
                        ? Optional.of(
                                plan.yen() - planner.plan(wish.toggled(Set.of(), Set.of())).yen())
                        : Optional.empty());
    }

    /// With the company's own figures, and without what is in place.
    private List<Measure> measures(Map<String, Figure> own, Set<String> inPlace) {
        return known.measures().list().stream()
                .filter(measure -> !inPlace.contains(measure.id()))
                .map(measure -> with(measure, own).without(inPlace))
                .toList();
    }

    private Set<String> inPlace(Map<Edition, Answers> said, Map<String, Edition> wanted) {
        Map<String, Edition> beside = new LinkedHashMap<>();
        said.forEach((edition, answers) -> {
            if (!answers.byCriterion().isEmpty()) {
                beside.putIfAbsent(edition.scheme(), edition);
            }
        });
        beside.putAll(wanted);
        Set<Goal> met = new TreeSet<>();
        beside.values()
                .forEach(edition ->
                        said.getOrDefault(edition, Answers.of(Map.of()))
                                .byCriterion()
                                .forEach((id, answer) -> {
                                    if (Outcome.of(answer).passes()) {
                                        met.add(new Goal(edition.scheme(), id));
                                    }
                                }));
        return Planner.inPlace(known.measures().list(), beside, met);
    }

    private static Measure with(Measure measure, Map<String, Figure> own) {
        Figure figure = own.get(measure.id());
        return figure == null ? measure : figure.in(measure);
    }

    private static Wish wish(Asked asked, Terms terms, Set<Goal> goals, LocalDate today) {
        return new Wish(
                new TreeSet<>(goals),
                terms.size(),
                terms.dayRate(),
                terms.years(),
                terms.people().doubleValue(),
                asked.budget().orElse(null),
                asked.by().map(day -> (int) ChronoUnit.DAYS.between(today, day)).orElse(null),
                asked.with(),
                asked.without());
    }

    /// The lowest level of the house's own scheme that is not met yet.
    private static Optional<Asked.Aim> usual(List<Edition> offered, Map<Edition, Answers> said) {
        Edition own = offered.getFirst();
        Answers answers = said.getOrDefault(own, Answers.of(Map.of()));
        return own.levels().stream()
                .filter(level -> !own.evaluate(level.id(), answers).met())
                .findFirst()
                .map(level -> new Asked.Aim(own, level));
    }

    private static List<List<Edition>> schemes(List<Edition> offered) {
        return List.copyOf(
                offered.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Edition::scheme, LinkedHashMap::new, Collectors.toList()))
                        .values());
    }

    private static Way.Target target(Asked.Aim aim, Evaluation now, Optional<Plan> plan) {
        Answers then = now.answers();
        int left = 0;
        for (var missing : now.missing()) {
            var goal = new Goal(aim.edition().scheme(), missing.criterion().id());
            if (plan.filter(each -> !each.open().contains(goal)).isPresent()) {
                then = then.with(goal.criterion(), new Answer(AnswerValue.MET));
            } else {
                left++;
            }
        }
        return new Way.Target(
                Titles.of(aim.edition(), aim.level()),
                now.missing().size(),
                left,
                now.met(),
                aim.edition().evaluate(aim.level().id(), then).met());
    }

    private List<Way.Line> lines(
            Asked asked, Terms terms, Map<String, Figure> own, Map<String, Integer> helps) {
        List<Way.Line> lines = new ArrayList<>();
        for (Measure measure : known.measures().list()) {
            String id = measure.id();
            if (helps.containsKey(id)
                    || asked.with().contains(id)
                    || asked.without().contains(id)) {
                Figure estimate = Figure.estimate(measure, terms.size());
                lines.add(
                        new Way.Line(
                                measure,
                                own.getOrDefault(id, estimate),
                                estimate,
                                own.containsKey(id),
                                helps.getOrDefault(id, 0)));
            }
        }
        return lines;
    }
}
