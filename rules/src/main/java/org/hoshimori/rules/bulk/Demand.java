package org.hoshimori.rules.bulk;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Level;
import org.hoshimori.rules.LevelRule;
import org.hoshimori.rules.Trait;

/// What must hold for one level to be open, as sets of criteria by their place in the catalogue.
///
/// @param pass every one of them is met or does not apply
/// @param met every one of them is met
/// @param before the rank of the level that must be open too; -1 for none
@SuppressWarnings("ArrayRecordComponent")
record Demand(Level level, boolean[] pass, boolean[] met, int before) {

    /// Empty when the rule of the level looks at more than outcomes.
    static Optional<Demand> of(Edition edition, Level level) {
        Set<Criterion> asked = Set.copyOf(edition.criteriaOf(level.id()));
        return switch (level.rule()) {
            case LevelRule.AllMet _ -> Optional.of(of(edition, level, asked, _ -> false, -1));
            case LevelRule.LowestOfGroups _ ->
                    Optional.of(of(edition, level, climbed(edition, level), _ -> false, -1));
            case LevelRule.WeightedDeduction deduction -> {
                List<Level> levels = edition.levels();
                int before =
                        deduction.prerequisite() == null
                                ? -1
                                : rank(levels, deduction.prerequisite());
                yield before >= levels.indexOf(level)
                        ? Optional.empty()
                        : Optional.of(of(edition, level, asked, Demand::decisive, before));
            }
            case LevelRule.Marks _, LevelRule.Sum _, LevelRule.Averages _, LevelRule.Letter _ ->
                    Optional.empty();
        };
    }

    private static boolean decisive(Criterion criterion) {
        return criterion.weighing().has(Trait.PREREQUISITE);
    }

    private static int rank(List<Level> levels, String id) {
        return levels.stream().map(Level::id).toList().indexOf(id);
    }

    private static Demand of(
            Edition edition,
            Level level,
            Set<Criterion> needed,
            Predicate<Criterion> decisive,
            int before) {
        int size = edition.criteria().size();
        var demand = new Demand(level, new boolean[size], new boolean[size], before);
        for (int i = 0; i < size; i++) {
            Criterion criterion = edition.criteria().get(i);
            demand.pass[i] = needed.contains(criterion);
            demand.met[i] = demand.pass[i] && decisive.test(criterion);
        }
        return demand;
    }

    /// A group climbs level by level: what its lower levels ask is needed too.
    private static Set<Criterion> climbed(Edition edition, Level level) {
        Set<String> groups = new HashSet<>();
        edition.criteriaOf(level.id())
                .forEach(criterion -> groups.addAll(edition.groupsOf(criterion)));
        Set<Criterion> needed = new HashSet<>();
        List<Level> levels = edition.levels();
        for (Level step : levels.subList(0, levels.indexOf(level) + 1)) {
            edition.criteriaOf(step.id()).stream()
                    .filter(c -> edition.groupsOf(c).stream().anyMatch(groups::contains))
                    .forEach(needed::add);
        }
        return needed;
    }
}
