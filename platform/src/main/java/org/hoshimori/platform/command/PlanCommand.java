package org.hoshimori.platform.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.hoshimori.rules.Answer;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.CompanySize;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Evaluation;
import org.hoshimori.rules.Json;
import org.hoshimori.rules.Level;
import org.hoshimori.rules.Measure;
import org.hoshimori.rules.Measures;
import org.hoshimori.rules.SchemeFile;
import org.hoshimori.rules.Schemes;
import org.hoshimori.rules.Text;
import org.hoshimori.rules.plan.Goal;
import org.hoshimori.rules.plan.Plan;
import org.hoshimori.rules.plan.Planner;
import org.hoshimori.rules.plan.Wish;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// `hoshimori plan`: which measures lead from the answers to the levels wanted. 0 when the plan
/// reaches them all, 1 when budget, days or the measures known do not.
@CommandLine.Command(name = "plan", mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
    private final Console console;

    @CommandLine.Option(names = "--goal", required = true, paramLabel = "SCHEME=LEVEL")
    private Map<String, String> goals = new LinkedHashMap<>();

    @CommandLine.Option(names = "--answers", paramLabel = "SCHEME=FILE")
    private Map<String, Path> answers = new LinkedHashMap<>();

    @CommandLine.Option(names = "--size", paramLabel = "small|medium|large")
    private String size = "small";

    @CommandLine.Option(names = "--budget", paramLabel = "YEN")
    private @Nullable Long budget;

    @CommandLine.Option(names = "--days", paramLabel = "N")
    private @Nullable Integer days;

    @CommandLine.Option(names = "--years", paramLabel = "N")
    private int years = 1;

    @CommandLine.Option(names = "--people", paramLabel = "N")
    private double people = 1;

    @CommandLine.Option(names = "--day-rate", paramLabel = "YEN")
    private @Nullable Long dayRate;

    @CommandLine.Option(names = "--with", paramLabel = "ID", split = ",")
    private Set<String> with = new TreeSet<>();

    @CommandLine.Option(names = "--without", paramLabel = "ID", split = ",")
    private Set<String> without = new TreeSet<>();

    @CommandLine.Option(names = "--measures", paramLabel = "FILE")
    private @Nullable Path measures;

    @CommandLine.Option(names = "--json")
    private boolean asJson;

    PlanCommand(Console console) {
        this.console = console;
    }

    /// What one scheme is asked for.
    private record Wanted(Edition edition, Level level, Answers answers, Evaluation now) {}

    @Override
    public Integer call() {
        Optional<CompanySize> company = size();
        Optional<Measures> known = measures();
        Optional<List<Wanted>> wanted = wanted();
        if (company.isEmpty() || known.isEmpty() || wanted.isEmpty() || !named(known.get())) {
            return Command.WRONG;
        }
        List<Goal> missing = new ArrayList<>();
        Map<String, Edition> editions = new LinkedHashMap<>();
        for (Wanted one : wanted.get()) {
            editions.put(one.edition.scheme(), one.edition);
            one.now
                    .missing()
                    .forEach(m -> missing.add(new Goal(one.edition.scheme(), m.criterion().id())));
        }
        Wish wish =
                new Wish(
                        new TreeSet<>(missing),
                        company.get(),
                        dayRate == null ? known.get().dayRate() : dayRate,
                        years,
                        people,
                        budget,
                        days,
                        with,
                        without);
        Plan plan = new Planner(known.get().list(), editions).plan(wish);
        if (asJson) {
            console.out().println(json(plan, wish, known.get(), wanted.get()));
        } else {
            print(plan, wanted.get());
        }
        return plan.whole() ? Command.YES : Command.NO;
    }

    private Optional<CompanySize> size() {
        for (CompanySize one : CompanySize.values()) {
            if (one.code().equals(size)) {
                return figures() ? Optional.of(one) : Optional.empty();
            }
        }
        return wrong("--size", size, "small, medium, large");
    }

    private boolean figures() {
        if (years < 1 || people <= 0) {
            return wrong("--years, --people", years + ", " + people, "1.., > 0").isPresent();
        }
        if (budget != null && budget < 0 || days != null && days < 0) {
            return wrong("--budget, --days", budget + ", " + days, "0..").isPresent();
        }
        return dayRate == null
                || dayRate >= 0
                || wrong("--day-rate", dayRate.toString(), "0..").isPresent();
    }

    private <T> Optional<T> wrong(String option, String word, String allowed) {
        console.fault(
                new Text(
                        option + ": 「" + word + "」は使えません。使える値: " + allowed,
                        option + ": \"" + word + "\" is not allowed; use " + allowed));
        return Optional.empty();
    }

    private Optional<Measures> measures() {
        try {
            Measures.Reading reading;
            if (measures == null) {
                reading = Measures.carried(console.data().resolve("schemes"));
            } else {
                Optional<byte[]> bytes = WholeFile.read(measures, console);
                if (bytes.isEmpty()) {
                    return Optional.empty();
                }
                reading = Measures.read(new SchemeFile(measures.toString(), bytes.get()));
            }
            return switch (reading) {
                case Measures.Reading.Read read -> Optional.of(read.measures());
                case Measures.Reading.Refused refused -> {
                    refused.faults().forEach(fault -> console.fault(fault.in(console.locale())));
                    yield Optional.empty();
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean named(Measures known) {
        Set<String> ids = new TreeSet<>();
        known.list().forEach(measure -> ids.add(measure.id()));
        Set<String> all = new HashSet<>(with);
        all.addAll(without);
        for (String id : all) {
            if (!ids.contains(id)) {
                wrong("--with, --without", id, String.join(", ", ids));
                return false;
            }
        }
        for (String id : with) {
            if (without.contains(id)) {
                wrong("--with, --without", id, "–");
                return false;
            }
        }
        return true;
    }

    private Optional<List<Wanted>> wanted() {
        Optional<Schemes> schemes = SchemeChoice.schemes(console);
        if (schemes.isEmpty()) {
            return Optional.empty();
        }
        List<Wanted> wanted = new ArrayList<>();
        for (String scheme : answers.keySet()) {
            if (!goals.containsKey(scheme)) {
                return wrong("--answers", scheme, String.join(", ", goals.keySet()));
            }
        }
        for (Map.Entry<String, String> goal : goals.entrySet()) {
            SchemeChoice choice = new SchemeChoice(console, goal.getKey());
            Optional<Edition> edition = choice.edition();
            Optional<Level> level = edition.flatMap(e -> choice.level(e, goal.getValue()));
            Path file = answers.get(goal.getKey());
            Optional<Answers> read =
                    file == null
                            ? Optional.of(Answers.of(Map.of()))
                            : edition.flatMap(e -> choice.answers(file, e)).map(r -> r.answers());
            if (level.isEmpty() || read.isEmpty()) {
                return Optional.empty();
            }
            wanted.add(
                    new Wanted(
                            edition.get(),
                            level.get(),
                            read.get(),
                            edition.get().evaluate(level.get().id(), read.get())));
        }
        return Optional.of(wanted);
    }

    /// What the answers would amount to with the plan carried out.
    private static Evaluation after(Wanted wanted, Plan plan) {
        Answers answers = wanted.answers;
        for (var missing : wanted.now.missing()) {
            String id = missing.criterion().id();
            if (!plan.open().contains(new Goal(wanted.edition.scheme(), id))) {
                answers = answers.with(id, new Answer(AnswerValue.MET));
            }
        }
        return wanted.edition.evaluate(wanted.level.id(), answers);
    }

    private String json(Plan plan, Wish wish, Measures known, List<Wanted> wanted) {
        Json json = new Json();
        json.object()
                .put("measures", known.rule())
                .put("size", wish.size().code())
                .put("day_rate", wish.dayRate())
                .put("years", wish.years())
                .put("people", BigDecimal.valueOf(wish.people()))
                .put("whole", plan.whole())
                .put("proven", plan.proven())
                .put("gap", BigDecimal.valueOf(plan.gap()))
                .put("yen", plan.yen())
                .put("days", plan.days())
                .put("estimates", true);
        json.key("goals").array();
        for (Wanted one : wanted) {
            json.object()
                    .put("scheme", one.edition.scheme())
                    .put("level", one.level.id())
                    .put("reached", one.now.reached())
                    .put("reached_after", after(one, plan).reached())
                    .put("missing", one.now.missing().size())
                    .put("rule", one.edition.rule())
                    .end();
        }
        json.end().key("steps").array();
        for (Plan.Step step : plan.steps()) {
            Measure.Cost cost = step.measure().cost(wish.size());
            json.object()
                    .put("measure", step.measure().id())
                    .put("kind", step.measure().kind().code())
                    .put("title", console.say(step.measure().title()))
                    .put("begins", step.begins())
                    .put("in_place", step.inPlace())
                    .put("effort_days", cost.effortDays())
                    .put("once", cost.once())
                    .put("yearly", cost.yearly())
                    .put("yen", step.yen())
                    .put("spent", step.spent())
                    .put("confidence", step.measure().confidence().name());
            words(json.key("completes").array(), step.completes()).end();
        }
        words(json.end().key("open").array(), plan.open());
        json.key("curve").array();
        plan.curve()
                .forEach((goals, yen) ->
                        json.object().put("completed", goals).put("yen", yen).end());
        json.end();
        words(json.key("unreachable").array(), plan.unreachable());
        return json.end().toString();
    }

    private static Json words(Json json, Iterable<Goal> goals) {
        goals.forEach(goal -> json.value(goal.word()));
        return json.end();
    }

    private void print(Plan plan, List<Wanted> wanted) {
        for (Wanted one : wanted) {
            String title = console.say(one.edition.header().shortTitle());
            console.line(
                    new Text(
                            "%s %s: 今は「%s」、残り%d件。計画の後は「%s」。"
                                    .formatted(
                                            title,
                                            one.level.title().ja(),
                                            one.now.reached(),
                                            one.now.missing().size(),
                                            after(one, plan).reached()),
                            "%s %s: now \"%s\", %d missing; after the plan \"%s\"."
                                    .formatted(
                                            title,
                                            one.level.title().en(),
                                            one.now.reached(),
                                            one.now.missing().size(),
                                            after(one, plan).reached())));
        }
        console.line(
                new Text(
                        "%,d円 (目安)、%d日。%s"
                                .formatted(
                                        plan.yen(),
                                        plan.days(),
                                        plan.proven()
                                                ? "これより良い計画がないことを確かめました。"
                                                : "最良との差は最大%.1f%%です。".formatted(plan.gap() * 100)),
                        "%,d yen (an estimate), %d days. %s"
                                .formatted(
                                        plan.yen(),
                                        plan.days(),
                                        plan.proven()
                                                ? "Proven: no better plan exists."
                                                : "At most %.1f %% from the best."
                                                        .formatted(plan.gap() * 100))));
        for (Plan.Step step : plan.steps()) {
            console.line(
                    new Text(
                            "  %3d–%3d日 %,10d円 %s (%d件) [%s]"
                                    .formatted(
                                            step.begins(),
                                            step.inPlace(),
                                            step.yen(),
                                            step.measure().title().ja(),
                                            step.completes().size(),
                                            step.measure().id()),
                            "  day %3d–%3d %,10d yen %s (%d) [%s]"
                                    .formatted(
                                            step.begins(),
                                            step.inPlace(),
                                            step.yen(),
                                            step.measure().title().en(),
                                            step.completes().size(),
                                            step.measure().id())));
        }
        for (Goal goal : plan.open()) {
            console.line(
                    plan.unreachable().contains(goal)
                            ? new Text(
                                    "  残る: " + goal.word() + " (満たす対策が登録されていません)",
                                    "  open: " + goal.word() + " (no measure known completes it)")
                            : new Text("  残る: " + goal.word(), "  open: " + goal.word()));
        }
    }
}
