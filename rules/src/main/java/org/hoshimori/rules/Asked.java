package org.hoshimori.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What one level asks, as numbers of criteria ([Index]). The arrays are read only.
///
/// @param rank its place among the levels, from 0
/// @param list the criteria asked, in catalogue order
/// @param criteria their numbers
/// @param groups by category id in catalogue order, the numbers of the criteria that count in it;
///   without those that have none
@SuppressWarnings("ArrayRecordComponent")
record Asked(
        Level level,
        int rank,
        Ruler ruler,
        List<Criterion> list,
        int[] criteria,
        Map<String, int[]> groups) {

    static Asked of(Edition edition, Level level, int rank, List<Criterion> list, Index index) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        edition.categories().forEach(category -> groups.put(category.id(), new ArrayList<>()));
        int[] criteria = list.stream().mapToInt(index::number).toArray();
        for (int criterion : criteria) {
            edition.groupsOf(index.criterion(criterion))
                    .forEach(id -> Objects.requireNonNull(groups.get(id)).add(criterion));
        }
        Map<String, int[]> numbers = new LinkedHashMap<>();
        groups.forEach((id, each) -> {
            if (!each.isEmpty()) {
                numbers.put(id, each.stream().mapToInt(Integer::intValue).toArray());
            }
        });
        return new Asked(level, rank, Ruler.of(level.rule()), list, criteria, numbers);
    }

    int[] group(String id) {
        return groups.getOrDefault(id, NOTHING);
    }

    private static final int[] NOTHING = {};
}
