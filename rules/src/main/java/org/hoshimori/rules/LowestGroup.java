package org.hoshimori.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Each group climbs level by level as long as everything of it is met; the lowest group decides.
record LowestGroup() implements Ruler {
    @Override
    public Ruling rule(Judge judge, Asked asked) {
        List<Text> steps = new ArrayList<>();
        boolean open = true;
        for (String group : asked.groups().keySet()) {
            int standing = climbed(judge, group);
            if (standing <= asked.rank()) {
                open = false;
                String at = standing(judge, standing);
                steps.add(
                        new Text(
                                group + " は段階" + at + "にとどまります。",
                                group + " stands at level " + at + "."));
            }
        }
        steps.add(LOWEST);
        return Ruling.of(open, open ? "met" : "not-met", steps);
    }

    private static final Text LOWEST =
            new Text("全体の段階は、最も低いものに等しくなります。", "The whole stands where its lowest group stands.");

    @Override
    public String standing(Judge judge, Asked asked, String group) {
        return standing(judge, climbed(judge, group));
    }

    private static String standing(Judge judge, int climbed) {
        return climbed == 0 ? judge.edition().none() : judge.levels().get(climbed - 1).level().id();
    }

    /// Those of the lower levels are missing too: a group does not climb over one.
    @Override
    public List<Missing> missing(Judge judge, Asked asked) {
        var open = new BitSet();
        for (Asked step : judge.levels().subList(0, asked.rank() + 1)) {
            for (int criterion : step.criteria()) {
                open.set(criterion, !judge.outcome(criterion).passes());
            }
        }
        return open.stream().mapToObj(judge::missing).toList();
    }

    /// How many levels a group has climbed.
    private static int climbed(Judge judge, String group) {
        int climbed = 0;
        for (Asked step : judge.levels()) {
            for (int criterion : step.group(group)) {
                if (!judge.outcome(criterion).passes()) {
                    return climbed;
                }
            }
            climbed++;
        }
        return climbed;
    }
}
