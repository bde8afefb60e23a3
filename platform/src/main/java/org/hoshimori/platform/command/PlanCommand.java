package org.hoshimori.platform.command;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.CompanySize;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Level;
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

    @Override
    public Integer call() {
        Optional<CompanySize> company = size();
        Optional<Measures> known = measures();
        Optional<List<PlanReport.Wanted>> wanted = wanted();
        if (company.isEmpty() || known.isEmpty() || wanted.isEmpty() || !named(known.get())) {
            return Command.WRONG;
        }
        List<Goal> missing = new ArrayList<>();
        Map<String, Edition> editions = new LinkedHashMap<>();
        for (PlanReport.Wanted one : wanted.get()) {
            editions.put(one.edition().scheme(), one.edition());
            one.now()
                    .missing()
                    .forEach(
                            m -> missing.add(new Goal(one.edition().scheme(), m.criterion().id())));
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
        PlanReport report = new PlanReport(plan, wish, known.get(), wanted.get());
        if (asJson) {
            console.out().println(report.json(console));
        } else {
            report.print(console);
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

    private Optional<List<PlanReport.Wanted>> wanted() {
        Optional<Schemes> schemes = SchemeChoice.schemes(console);
        if (schemes.isEmpty()) {
            return Optional.empty();
        }
        List<PlanReport.Wanted> wanted = new ArrayList<>();
        for (String scheme : answers.keySet()) {
            if (!goals.containsKey(scheme)) {
                return wrong("--answers", scheme, String.join(", ", goals.keySet()));
            }
        }
        for (Map.Entry<String, String> goal : goals.entrySet()) {
            SchemeChoice choice = new SchemeChoice(console, goal.getKey());
            Optional<Edition> edition = choice.edition();
            Optional<Level> level = edition.flatMap(e -> choice.level(e, goal.getValue()));
            Optional<PlanReport.Wanted> one =
                    level.flatMap(l -> wanted(choice, edition.orElseThrow(), l));
            if (one.isEmpty()) {
                return Optional.empty();
            }
            wanted.add(one.get());
        }
        return Optional.of(wanted);
    }

    /// A sheet may say which level asks what; without a file nothing is answered.
    private Optional<PlanReport.Wanted> wanted(SchemeChoice choice, Edition edition, Level level) {
        Path file = answers.get(edition.scheme());
        if (file == null) {
            return Optional.of(wanted(edition, level, Answers.of(Map.of())));
        }
        return choice.answers(file, edition)
                .map(read -> wanted(edition.placed(read.placing()), level, read.answers()));
    }

    private static PlanReport.Wanted wanted(Edition edition, Level level, Answers answers) {
        return new PlanReport.Wanted(
                edition, level, answers, edition.evaluate(level.id(), answers));
    }
}
