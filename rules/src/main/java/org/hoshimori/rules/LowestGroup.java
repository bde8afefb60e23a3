package org.hoshimori.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Each group climbs level by level as long as everything of it is met; the lowest group decides.
record LowestGroup() implements Ruler {
    @Override
    public Ruling rule(Judge judge, Level level) {
        List<Text> steps = new ArrayList<>();
        boolean open = true;
        for (String group : Ruler.grouped(judge, level).keySet()) {
            int standing = rank(judge, group);
            if (standing < rank(judge, level)) {
                open = false;
                String at = standing(judge, level, group);
                steps.add(
                        new Text(
                                "%s は段階%sにとどまります。".formatted(group, at),
                                "%s stands at level %s.".formatted(group, at)));
            }
        }
        steps.add(
                new Text(
                        "全体の段階は、最も低いものに等しくなります。",
                        "The whole stands where its lowest group stands."));
        return Ruling.of(open, open ? "met" : "not-met", steps);
    }

    @Override
    public String standing(Judge judge, Level level, String group) {
        int rank = rank(judge, group);
        return rank == 0 ? judge.edition().none() : judge.edition().levels().get(rank - 1).id();
    }

    /// Those of the lower levels are missing too: a group does not climb over one.
    @Override
    public List<Missing> missing(Judge judge, Level level) {
        Set<Criterion> needed = new LinkedHashSet<>();
        for (Level step : judge.edition().levels()) {
            if (rank(judge, step) <= rank(judge, level)) {
                needed.addAll(judge.asked(step));
            }
        }
        return judge.edition().criteria().stream()
                .filter(criterion ->
                        needed.contains(criterion) && !judge.outcome(criterion).passes())
                .map(judge::missing)
                .toList();
    }

    private static int rank(Judge judge, Level level) {
        return judge.edition().levels().indexOf(level) + 1;
    }

    private static int rank(Judge judge, String group) {
        int rank = 0;
        for (Level step : judge.edition().levels()) {
            List<Criterion> criteria = Ruler.grouped(judge, step).getOrDefault(group, List.of());
            for (Criterion criterion : criteria) {
                if (!judge.outcome(criterion).passes()) {
                    return rank;
                }
            }
            rank++;
        }
        return rank;
    }
}
