package org.hoshimori.probe.report;

import java.util.List;
import org.hoshimori.probe.rating.Criteria;
import org.hoshimori.probe.rating.Delta;
import org.hoshimori.probe.rating.Fixes;
import org.hoshimori.probe.rating.Rating;
import org.hoshimori.probe.rating.Rule;

/// What to repair, what helps most first: what was found, why it matters, where, and the setting
/// for each product.
final class RepairList {

    private static final int MOST_PLACES = 12;

    private final Html out;
    private final Rating rating;
    private final Criteria criteria;
    private final Words words;
    private final boolean folds;

    /// @param folds whether settings may be folded away; paper cannot unfold
    RepairList(Html out, Rating rating, Criteria criteria, Words words, boolean folds) {
        this.out = out;
        this.rating = rating;
        this.criteria = criteria;
        this.words = words;
        this.folds = folds;
    }

    void write(Fixes fixes) {
        List<Repair> repairs = Repair.of(rating, fixes);
        if (repairs.isEmpty()) {
            return;
        }
        out.element("h2", words.say("直すこと", "What to repair"));
        int number = 0;
        int urgency = 0;
        for (Repair repair : repairs) {
            if (repair.urgency() != urgency) {
                urgency = repair.urgency();
                out.element("h3 class=\"when u" + urgency + "\"", when(urgency));
            }
            repair(repair, ++number);
        }
    }

    private String when(int urgency) {
        return switch (urgency) {
            case 1 -> words.say("すぐに", "At once");
            case 2 -> words.say("今月のうちに", "This month");
            default -> words.say("余裕のあるときに", "When there is time");
        };
    }

    private void repair(Repair repair, int number) {
        out.raw("<section class=\"repair " + repair.worst().word() + "\">")
                .element("h4", number + ". " + words.say(repair.fix().title()));
        out.element("p class=\"gain\"", gain(repair));
        out.raw("<ul>\n");
        for (Delta delta : repair.repaired()) {
            rating.rulebook().rule(delta.rule()).ifPresent(rule -> finding(rule, delta));
        }
        out.raw("</ul>\n<p><b>")
                .text(words.say("直し方", "How to repair"))
                .raw("</b> ")
                .text(words.say(repair.fix().todo()))
                .raw("</p>\n");
        repair.fix().settings().forEach(this::setting);
        out.raw("</section>\n");
    }

    private String gain(Repair repair) {
        if (repair.gain() > 0) {
            return words.say(
                    "これだけで +%s 点".formatted(Words.points(repair.gain())),
                    "+%s points by itself".formatted(Words.points(repair.gain())));
        }
        int lost = repair.repaired().stream().mapToInt(Delta::eighths).sum();
        return words.say(
                "%s 点の原因 (ほかの指摘も直すと点が戻ります)".formatted(Words.points(-lost)),
                "costs %s points, which come back once other findings are repaired too"
                        .formatted(Words.points(-lost)));
    }

    private void finding(Rule rule, Delta delta) {
        out.raw("<li><span class=\"chip %s\">".formatted(rule.severity().word()))
                .text(words.say(rule.severity().title()))
                .raw("</span> ")
                .element("b", words.say(rule.title()))
                .element("p", words.say(rule.reason()));
        place(words.say("対象", "Where"), delta.assets());
        place(words.say("不確か", "Unsure"), delta.unsure());
        place(words.say("関わる評価基準", "Criteria to review"), criteria.of(rule.id()));
        out.raw("</li>\n");
    }

    private void place(String title, List<String> all) {
        if (!all.isEmpty()) {
            out.raw("<p class=\"where\">")
                    .element("b", title)
                    .text(" " + words.some(all, MOST_PLACES))
                    .raw("</p>\n");
        }
    }

    private void setting(String product, String setting) {
        if (folds) {
            out.raw("<details>")
                    .element("summary", product)
                    .element("pre", setting)
                    .raw("</details>\n");
        } else {
            out.raw("<div class=\"product\">")
                    .element("p", product)
                    .element("pre", setting)
                    .raw("</div>\n");
        }
    }
}
