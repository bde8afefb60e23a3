package org.hoshimori.rules.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.hoshimori.rules.Carried;
import org.hoshimori.rules.CompanySize;
import org.hoshimori.rules.Confidence;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Measure;
import org.hoshimori.rules.Measures;
import org.hoshimori.rules.SchemeFile;
import org.hoshimori.rules.SmallScheme;
import org.hoshimori.rules.Text;

/// The way to the next level.
class PlannerTests {
    private static final Edition SMALL = SmallScheme.edition();
    private static final Edition SCS = Carried.edition("scs", "2026-03-27");
    private static final Measures MEASURES = measures();
    private static final Map<String, Edition> EDITIONS =
            Map.of(
                    "scs", SCS,
                    "cmmc", Carried.edition("cmmc", "2024-12-16"),
                    "essential-eight", Carried.edition("essential-eight", "2023-11"),
                    "cyber-essentials", Carried.edition("cyber-essentials", "danzell-16.2"),
                    "security-action", Carried.edition("security-action", "2026-03"));

    /// Every choice of measures is tried: no oracle is more exact.
    @Property(tries = 60)
    void theCheapestPlanIsTheCheapestOfAllPlans(@ForAll @LongRange(min = 0) long seed) {
        Random random = new Random(seed);
        List<Measure> measures = some(random, 9);
        Wish wish = Wish.cheapest(goals(SMALL, "4"), CompanySize.SMALL, 1000);
        Coverage coverage = new Coverage(measures, Map.of("small", SMALL), wish.goals());
        long least = Long.MAX_VALUE;
        for (Set<Measure> choice : choices(coverage.measures())) {
            if (completed(choice, coverage).equals(coverage.reachable())) {
                least = Math.min(least, yen(choice));
            }
        }
        Plan plan = new Planner(measures, Map.of("small", SMALL)).plan(wish);

        assertThat(plan.proven()).isTrue();
        assertThat(plan.yen()).isEqualTo(least);
        assertThat(plan.open()).isEqualTo(plan.unreachable());
    }

    @Example
    void theNextMeasureIsOneWhoseNeedsAreInPlaceAndTheMostComesFirst() {
        Planner planner = new Planner(MEASURES.list(), EDITIONS);
        Wish wish = Wish.cheapest(goals(SCS, "3"), CompanySize.SMALL, MEASURES.dayRate());
        List<Gain> gains = planner.gains(wish);
        assertThat(gains).extracting(gain -> gain.measure().id()).contains("governance-roles");
        assertThat(gains).extracting(gain -> gain.measure().id()).doesNotContain("policy");
        assertThat(gains)
                .isSortedAccordingTo(
                        (one, other) -> other.completes().size() - one.completes().size());
        Set<Goal> left = new TreeSet<>(wish.goals());
        gains.stream()
                .filter(gain -> gain.measure().id().equals("governance-roles"))
                .forEach(gain -> left.removeAll(gain.completes()));
        assertThat(planner.gains(Wish.cheapest(left, CompanySize.SMALL, MEASURES.dayRate())))
                .extracting(gain -> gain.measure().id())
                .contains("policy")
                .doesNotContain("governance-roles");
    }

    /// The integer program beside small groups tried out in full: it may find less and says so, but
    /// never calls proven what is not. The first seeds are those at which the solver was wrong.
    @Example
    void theProgramAdmitsWhatItDidNotProve() {
        System.setProperty("dbg", "true");
        List.of(8310367766957809928L, 1L, 2L, 3L).forEach(this::whatIsCalledProvenIsTheBest);
    }

    @Property(tries = 200)
    void whatIsCalledProvenIsTheBest(@ForAll @LongRange(min = 0) long seed) {
        Random random = new Random(seed);
        List<Measure> measures = some(random, 10);
        Wish wish = Wish.cheapest(goals(SMALL, "4"), CompanySize.SMALL, 1000);
        Wish limited = random.nextBoolean() ? wish : wish.within(random.nextInt(40_000));
        Coverage coverage = new Coverage(measures, Map.of("small", SMALL), wish.goals());
        Selection.Chosen apart = new Components(coverage, limited).solve().orElseThrow().chosen();
        Selection.Chosen program = new Selection(coverage, limited, null).best();

        int all = completed(chosen(coverage, apart), coverage).size();
        int found = completed(chosen(coverage, program), coverage).size();
        long least = yen(chosen(coverage, apart));
        long yen = yen(chosen(coverage, program));
        assertThat(program.feasible()).isEqualTo(apart.feasible());
        assertThat(found).isLessThanOrEqualTo(all);
        if (program.proven()) {
            assertThat(found).isEqualTo(all);
            assertThat(yen).isEqualTo(least);
        } else {
            assertThat(program.gap()).isPositive();
            assertThat(found < all || yen >= least).isTrue();
        }
    }

    @Example
    void theCostCurveRisesAndEndsWithThePlan() {
        Plan plan = plan(Wish.cheapest(goals(SCS, "4"), CompanySize.SMALL, 40_000));
        List<Long> yen = List.copyOf(plan.curve().values());

        assertThat(yen).isSorted();
        assertThat(yen.getLast()).isEqualTo(plan.yen());
        assertThat(plan.curve().lastKey()).isEqualTo(153);
    }

    @Property(tries = 60)
    void aBudgetIsSpentOnAsManyGoalsAsCanBe(@ForAll @LongRange(min = 0) long seed) {
        Random random = new Random(seed);
        List<Measure> measures = some(random, 8);
        long budget = random.nextInt(60_000);
        Wish wish = Wish.cheapest(goals(SMALL, "4"), CompanySize.SMALL, 1000).within(budget);
        Coverage coverage = new Coverage(measures, Map.of("small", SMALL), wish.goals());
        int most = 0;
        for (Set<Measure> choice : choices(coverage.measures())) {
            if (yen(choice) <= budget) {
                most = Math.max(most, completed(choice, coverage).size());
            }
        }
        Plan plan = new Planner(measures, Map.of("small", SMALL)).plan(wish);

        assertThat(plan.yen()).isLessThanOrEqualTo(budget);
        assertThat(wish.goals().size() - plan.open().size()).isEqualTo(most);
    }

    @Property(tries = 40)
    void whatAMeasureNeedsComesBeforeIt(@ForAll @LongRange(min = 0) long seed) {
        List<Measure> measures = some(new Random(seed), 12);
        Plan plan =
                new Planner(measures, Map.of("small", SMALL))
                        .plan(Wish.cheapest(goals(SMALL, "4"), CompanySize.SMALL, 1000));
        Set<String> before = new HashSet<>();
        for (Plan.Step step : plan.steps()) {
            assertThat(before).containsAll(step.measure().needs());
            before.add(step.measure().id());
            assertThat(step.inPlace() - step.begins())
                    .isGreaterThanOrEqualTo(step.measure().leadDays());
        }
    }

    @Example
    void theMeasuresReachEveryStarOfTheOfficialEdition() {
        Plan plan = plan(Wish.cheapest(goals(SCS, "4"), CompanySize.SMALL, MEASURES.dayRate()));

        assertThat(goals(SCS, "4")).hasSize(153);
        assertThat(plan.whole()).isTrue();
        assertThat(plan.proven()).isTrue();
    }

    @Example
    void everyCriterionThatAMeasureNamesExists() {
        for (Measure measure : MEASURES.list()) {
            for (String help : measure.helps()) {
                boolean known = !Coverage.goals(help, EDITIONS).isEmpty();
                assertThat(known).as(measure.id() + " helps " + help).isTrue();
            }
        }
    }

    @Example
    void oneSharedPlanForSeveralSchemesCostsNoMoreThanThePlansApart() {
        List<Goal> both = new ArrayList<>(goals(SCS, "3"));
        Edition cmmc = EDITIONS.get("cmmc");
        both.addAll(goals(cmmc, "1"));

        long together = plan(Wish.cheapest(both, CompanySize.MEDIUM, 40_000)).yen();
        long apart =
                plan(Wish.cheapest(goals(SCS, "3"), CompanySize.MEDIUM, 40_000)).yen()
                        + plan(Wish.cheapest(goals(cmmc, "1"), CompanySize.MEDIUM, 40_000)).yen();
        assertThat(together).isLessThan(apart);
    }

    @Example
    void aMeasureRuledOutIsReplacedAtACostAndOneDecidedIsTaken() {
        Wish free = Wish.cheapest(goals(SCS, "3"), CompanySize.SMALL, 40_000);
        Plan plan = plan(free);
        Plan without = plan(free.toggled(Set.of(), Set.of("shared-service")));
        Plan with = plan(free.toggled(Set.of("edr"), Set.of()));

        assertThat(ids(plan)).contains("shared-service");
        assertThat(ids(without)).contains("detection").doesNotContain("shared-service");
        assertThat(without.yen()).isGreaterThan(plan.yen());
        assertThat(ids(with)).contains("edr").doesNotContain("anti-malware");
    }

    @Example
    void aDayToKeepLeavesOutWhatTakesLonger() {
        Wish wish = Wish.cheapest(goals(SCS, "4"), CompanySize.SMALL, 40_000).inDays(30);
        Plan plan = plan(wish);

        assertThat(plan.whole()).isFalse();
        assertThat(plan.days()).isLessThanOrEqualTo(30);
        assertThat(plan.steps()).isNotEmpty();
    }

    @Property(tries = 60)
    void aDayToKeepIsKept(@ForAll @LongRange(min = 0) long seed) {
        Random random = new Random(seed);
        List<Measure> measures = some(random, 9);
        int days = 1 + random.nextInt(30);
        Plan plan =
                new Planner(measures, Map.of("small", SMALL))
                        .plan(
                                Wish.cheapest(goals(SMALL, "4"), CompanySize.SMALL, 1000)
                                        .inDays(days));

        assertThat(plan.days()).isLessThanOrEqualTo(days);
    }

    @Example
    void aBudgetForFourStarsIsUsedAsWellAsCanBe() {
        List<Goal> both = new ArrayList<>(goals(SCS, "4"));
        both.addAll(goals(EDITIONS.get("cmmc"), "1"));
        Plan plan = plan(Wish.cheapest(both, CompanySize.MEDIUM, 40_000).within(3_000_000));

        assertThat(plan.proven()).isTrue();
        assertThat(plan.yen()).isLessThanOrEqualTo(3_000_000);
    }

    @Example
    void aLargeRandomProblemIsSolvedOrItsGapIsTold() {
        Random random = new Random(7);
        List<Measure> measures = new ArrayList<>();
        List<String> ids = SCS.criteria().stream().map(c -> "scs:" + c.id()).toList();
        for (int i = 0; i < 200; i++) {
            List<String> helps = new ArrayList<>();
            helps.add(ids.get(i % 153));
            for (int j = 0; j < 3; j++) {
                helps.add(ids.get(random.nextInt(153)));
            }
            measures.add(measure("m" + i, 1 + random.nextInt(20), 0, helps, List.of()));
        }
        Plan plan =
                new Planner(measures, Map.of("scs", SCS))
                        .plan(Wish.cheapest(goals(SCS, "4"), CompanySize.SMALL, 1000));

        assertThat(plan.whole()).isTrue();
        assertThat(plan.proven() || plan.gap() > 0).isTrue();
    }

    private static Plan plan(Wish wish) {
        return new Planner(MEASURES.list(), EDITIONS).plan(wish);
    }

    private static List<String> ids(Plan plan) {
        return plan.steps().stream().map(step -> step.measure().id()).toList();
    }

    private static List<Goal> goals(Edition edition, String level) {
        return edition.criteriaOf(level).stream()
                .map(c -> new Goal(edition.scheme(), c.id()))
                .toList();
    }

    private static List<Measure> some(Random random, int count) {
        List<String> ids = SMALL.criteria().stream().map(c -> "small:" + c.id()).toList();
        List<Measure> measures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<String> helps =
                    ids.stream().filter(_ -> random.nextInt(3) == 0).collect(Collectors.toList());
            List<String> needs =
                    i > 0 && random.nextInt(4) == 0 ? List.of("m" + random.nextInt(i)) : List.of();
            measures.add(
                    measure("m" + i, random.nextInt(9), 1000L * random.nextInt(9), helps, needs));
        }
        return measures;
    }

    private static Measure measure(
            String id, int days, long once, List<String> helps, List<String> needs) {
        Map<CompanySize, Measure.Cost> costs = new EnumMap<>(CompanySize.class);
        for (CompanySize size : CompanySize.values()) {
            costs.put(size, new Measure.Cost(days, once, 0));
        }
        return new Measure(
                id,
                Measure.Kind.RULE,
                new Text("対策", "A measure"),
                costs,
                days,
                helps,
                needs,
                "TEST",
                Confidence.D);
    }

    private static List<Set<Measure>> choices(List<Measure> measures) {
        List<Set<Measure>> choices = new ArrayList<>();
        for (int bits = 0; bits < 1 << measures.size(); bits++) {
            Set<Measure> choice = new HashSet<>();
            for (int i = 0; i < measures.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    choice.add(measures.get(i));
                }
            }
            Set<String> ids = choice.stream().map(Measure::id).collect(Collectors.toSet());
            if (choice.stream().allMatch(m -> ids.containsAll(m.needs()))) {
                choices.add(choice);
            }
        }
        return choices;
    }

    private static Set<Measure> chosen(Coverage coverage, Selection.Chosen chosen) {
        return coverage.measures().stream()
                .filter(measure -> chosen.measures().contains(measure.id()))
                .collect(Collectors.toSet());
    }

    private static TreeSet<Goal> completed(Set<Measure> choice, Coverage coverage) {
        TreeSet<Goal> completed = new TreeSet<>();
        choice.forEach(measure -> completed.addAll(coverage.completes(measure)));
        return completed;
    }

    private static long yen(Set<Measure> choice) {
        return choice.stream().mapToLong(m -> m.cost(CompanySize.SMALL).yen(1000, 1)).sum();
    }

    private static Measures measures() {
        try {
            Path file = Path.of("..", "schemes", "measures", "2026-11.yaml");
            return switch (Measures.read(
                    new SchemeFile(file.toString(), Files.readAllBytes(file)))) {
                case Measures.Reading.Read read -> read.measures();
                case Measures.Reading.Refused refused -> throw new AssertionError(refused.faults());
            };
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
