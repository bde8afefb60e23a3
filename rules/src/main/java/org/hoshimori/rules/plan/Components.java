package org.hoshimori.rules.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.hoshimori.rules.Measure;

/// Real measures fall apart into small groups that have no goal and no need in common. Each group
/// is tried out in full, and the groups are put together by the least cost of every number of
/// goals: exact, in milliseconds, and with the whole cost curve. Where a group is too large, or
/// days tie all groups together, the integer program of [Selection] does it.
final class Components {
    private static final int LARGEST = 14;
    private static final int MOST_BUNDLES = 63;

    private final Coverage coverage;
    private final Wish wish;

    Components(Coverage coverage, Wish wish) {
        this.coverage = coverage;
        this.wish = wish;
    }

    /// @param curve yen by the number of goals completed for it, where more yen complete more
    record Solution(Selection.Chosen chosen, SortedMap<Integer, Long> curve) {}

    /// The way to complete so many goals of one group at the least cost.
    private record Way(Set<String> measures, long price) {}

    /// Nothing when the measures do not fall apart.
    Optional<Solution> solve() {
        List<List<Measure>> groups = groups();
        if (wish.days() != null || groups.stream().anyMatch(g -> g.size() > LARGEST)) {
            return Optional.empty();
        }
        int most = coverage.reachable().size();
        long[] price = new long[most + 1];
        Arrays.fill(price, Long.MAX_VALUE);
        price[0] = 0;
        List<int[]> taken = new ArrayList<>();
        List<SortedMap<Integer, Way>> ways = new ArrayList<>();
        for (List<Measure> group : groups) {
            Optional<SortedMap<Integer, Way>> found = ways(group);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            ways.add(found.get());
            int[] took = new int[most + 1];
            price = together(price, found.get(), took);
            taken.add(took);
        }
        return Optional.of(solution(price, taken, ways));
    }

    private static long[] together(long[] price, SortedMap<Integer, Way> ways, int[] took) {
        long[] next = new long[price.length];
        Arrays.fill(next, Long.MAX_VALUE);
        for (int goals = 0; goals < price.length; goals++) {
            if (price[goals] == Long.MAX_VALUE) {
                continue;
            }
            for (Map.Entry<Integer, Way> way : ways.entrySet()) {
                int all = goals + way.getKey();
                long sum = price[goals] + way.getValue().price;
                if (sum < next[all]) {
                    next[all] = sum;
                    took[all] = way.getKey();
                }
            }
        }
        return next;
    }

    private Solution solution(long[] price, List<int[]> taken, List<SortedMap<Integer, Way>> ways) {
        long limit =
                wish.budget() == null
                        ? Long.MAX_VALUE
                        : Math.addExact(Math.multiplyExact(wish.budget(), PRICE), PRICE - 1);
        SortedMap<Integer, Long> curve = new TreeMap<>();
        int best = -1;
        long cheapest = Long.MAX_VALUE;
        for (int goals = price.length - 1; goals >= 0; goals--) {
            if (price[goals] < cheapest) {
                cheapest = price[goals];
                curve.put(goals, cheapest / PRICE);
            }
            if (best < 0 && price[goals] != Long.MAX_VALUE && price[goals] <= limit) {
                best = goals;
            }
        }
        if (best < 0) {
            return new Solution(new Selection.Chosen(Set.of(), false, true, 0), curve);
        }
        Set<String> chosen = new HashSet<>();
        int left = best;
        for (int i = ways.size() - 1; i >= 0; i--) {
            int took = taken.get(i)[left];
            chosen.addAll(Objects.requireNonNull(ways.get(i).get(took)).measures);
            left -= took;
        }
        return new Solution(new Selection.Chosen(chosen, true, true, 0), curve);
    }

    /// A yen counts so much more than a measure: of equal plans the shorter is taken.
    private static final long PRICE = 1000;

    /// For every number of goals the cheapest choice among all choices of a group.
    private Optional<SortedMap<Integer, Way>> ways(List<Measure> group) {
        Map<SortedSet<String>, Integer> bundles = new HashMap<>();
        Set<String> ids = new HashSet<>();
        group.forEach(measure -> ids.add(measure.id()));
        coverage.bundles()
                .forEach((by, goals) -> {
                    if (ids.containsAll(by)) {
                        bundles.put(by, goals);
                    }
                });
        if (bundles.size() > MOST_BUNDLES) {
            return Optional.empty();
        }
        List<SortedSet<String>> order = List.copyOf(bundles.keySet());
        int[] goals = order.stream().mapToInt(by -> bundles.getOrDefault(by, 0)).toArray();
        int size = group.size();
        long[] covers = new long[size];
        int[] needs = new int[size];
        int forced = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < order.size(); j++) {
                covers[i] |= order.get(j).contains(group.get(i).id()) ? 1L << j : 0;
            }
            for (int j = 0; j < size; j++) {
                needs[i] |= group.get(i).needs().contains(group.get(j).id()) ? 1 << j : 0;
            }
            forced |= wish.with().contains(group.get(i).id()) ? 1 << i : 0;
        }
        SortedMap<Integer, Way> best = new TreeMap<>();
        for (int choice = 0; choice < 1 << size; choice++) {
            if ((choice & forced) != forced || !fulfilled(choice, needs)) {
                continue;
            }
            long covered = 0;
            long price = 0;
            for (int i = 0; i < size; i++) {
                if ((choice >> i & 1) == 1) {
                    covered |= covers[i];
                    price += cost(group.get(i)) * PRICE + 1;
                }
            }
            int count = 0;
            for (int j = 0; j < goals.length; j++) {
                count += (covered >> j & 1) == 1 ? goals[j] : 0;
            }
            Way known = best.get(count);
            if (known == null || price < known.price) {
                best.put(count, new Way(named(group, choice), price));
            }
        }
        return Optional.of(best);
    }

    private static boolean fulfilled(int choice, int[] needs) {
        for (int i = 0; i < needs.length; i++) {
            if ((choice >> i & 1) == 1 && (needs[i] & ~choice) != 0) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> named(List<Measure> group, int choice) {
        Set<String> named = new HashSet<>();
        for (int i = 0; i < group.size(); i++) {
            if ((choice >> i & 1) == 1) {
                named.add(group.get(i).id());
            }
        }
        return named;
    }

    /// Measures that share a goal, or of which one needs the other, are in one group.
    private List<List<Measure>> groups() {
        Map<String, Set<String>> together = new HashMap<>();
        coverage.measures().forEach(m -> together.put(m.id(), new HashSet<>(m.needs())));
        for (Measure measure : coverage.measures()) {
            measure.needs().forEach(need -> link(together, need, measure.id()));
        }
        for (SortedSet<String> bundle : coverage.bundles().keySet()) {
            bundle.forEach(id -> link(together, bundle.first(), id));
        }
        List<List<Measure>> groups = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Measure measure : coverage.measures()) {
            if (!seen.contains(measure.id())) {
                List<Measure> group = new ArrayList<>();
                collect(measure.id(), together, seen, group);
                groups.add(group);
            }
        }
        return groups;
    }

    private static void link(Map<String, Set<String>> together, String one, String other) {
        Objects.requireNonNull(together.get(one)).add(other);
        Objects.requireNonNull(together.get(other)).add(one);
    }

    private void collect(
            String id, Map<String, Set<String>> together, Set<String> seen, List<Measure> group) {
        if (seen.add(id)) {
            group.add(coverage.measure(id));
            Objects.requireNonNull(together.get(id))
                    .forEach(next -> collect(next, together, seen, group));
        }
    }

    private long cost(Measure measure) {
        return measure.cost(wish.size()).yen(wish.dayRate(), wish.years());
    }
}
