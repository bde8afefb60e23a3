package org.hoshimori.platform.command;

import java.math.BigDecimal;
import java.util.List;
import org.hoshimori.rules.Answer;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Evaluation;
import org.hoshimori.rules.Json;
import org.hoshimori.rules.Level;
import org.hoshimori.rules.Measure;
import org.hoshimori.rules.Measures;
import org.hoshimori.rules.Missing;
import org.hoshimori.rules.Text;
import org.hoshimori.rules.plan.Goal;
import org.hoshimori.rules.plan.Plan;
import org.hoshimori.rules.plan.Wish;

/// A plan, as JSON and for people.
///
/// @param wanted what each scheme is asked for
record PlanReport(Plan plan, Wish wish, Measures measures, List<Wanted> wanted) {
    /// What one scheme is asked for.
    ///
    /// @param now what the answers amount to without the plan
    record Wanted(Edition edition, Level level, Answers answers, Evaluation now) {}

    /// What the answers would amount to with the plan carried out.
    private Evaluation after(Wanted wanted) {
        Answers answers = wanted.answers;
        for (Missing missing : wanted.now.missing()) {
            String id = missing.criterion().id();
            if (!plan.open().contains(new Goal(wanted.edition.scheme(), id))) {
                answers = answers.with(id, new Answer(AnswerValue.MET));
            }
        }
        return wanted.edition.evaluate(wanted.level.id(), answers);
    }

    String json(Console console) {
        Json json = new Json();
        json.object()
                .put("measures", measures.rule())
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
                    .put("reached_after", after(one).reached())
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

    void print(Console console) {
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
                                            after(one).reached()),
                            "%s %s: now \"%s\", %d missing; after the plan \"%s\"."
                                    .formatted(
                                            title,
                                            one.level.title().en(),
                                            one.now.reached(),
                                            one.now.missing().size(),
                                            after(one).reached())));
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
