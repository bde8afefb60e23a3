package org.hoshimori.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A day that a result set: what must happen by then, or what ends then.
///
/// @param since the day the clock began
/// @param day the last day in time; of what repeats, the first time. Of working days weekends are
///   left out, and the holidays that an operator gave
/// @param atLeast whether the true day may be later, since working days are counted and the
///   holidays in between are not known
public record Due(Deadline deadline, LocalDate since, LocalDate day, boolean atLeast) {
    private static final String CONDITIONAL = "conditional";

    /// Whether the day has gone by.
    public boolean passed(LocalDate today) {
        return day.isBefore(today);
    }

    /// All that `evaluation` sets running, the nearest first.
    ///
    /// @param assessed the day on which the assessment gave this result
    /// @param conditional the day of a conditional status before a final one (CMMC: the status date
    ///   stays that day, 32 CFR 170.4); null for none
    public static List<Due> of(
            Evaluation evaluation, LocalDate assessed, @Nullable LocalDate conditional) {
        List<Due> due = new ArrayList<>();
        Edition edition = evaluation.edition();
        for (Deadline deadline : edition.deadlines()) {
            Deadline.Starts starts = deadline.starts();
            if (starts != null && starts.by(evaluation.asked(), evaluation.status())) {
                due.add(
                        of(
                                edition,
                                deadline,
                                conditional != null && starts.statuses().contains(CONDITIONAL)
                                        ? conditional
                                        : assessed));
            }
        }
        Level level = edition.level(evaluation.asked()).orElseThrow();
        boolean own = edition.deadlines().stream().anyMatch(each -> each.starts() != null);
        Integer months = level.validityMonths();
        if (!own && evaluation.met() && months != null) {
            due.add(of(edition, validity(level, months), assessed));
        }
        // A stable sort: clocks that end together stay in the order of the file.
        due.sort((one, other) -> one.day.compareTo(other.day));
        return List.copyOf(due);
    }

    private static Due of(Edition edition, Deadline deadline, LocalDate since) {
        Optional<Holidays> holidays = edition.holidays();
        LocalDate day = deadline.span().after(since, holidays.map(Holidays::days).orElse(Set.of()));
        boolean working = deadline.span().unit() == Span.Unit.WORKING_DAYS;
        return new Due(
                deadline,
                since,
                day,
                working && holidays.filter(known -> known.know(since, day)).isEmpty());
    }

    /// Of a scheme that tells no clocks, but how long a level holds.
    private static Deadline validity(Level level, int months) {
        return new Deadline(
                "validity",
                level.id(),
                new Span(months, Span.Unit.MONTHS),
                false,
                null,
                new Text(
                        "評価の日に登録されたとした場合の、その日",
                        "the day of the assessment, were it registered then"),
                new Text("登録の有効期間が終わる", "the registration would end"),
                level.validityConfidence());
    }

    static void write(List<Due> all, Json json, Locale locale) {
        json.key("due").array();
        for (Due due : all) {
            json.object()
                    .put("id", due.deadline.id())
                    .put("day", due.day.toString())
                    .put("since", due.since.toString())
                    .put("repeats", due.deadline.repeats())
                    .put("at_least", due.atLeast)
                    .put("what", due.deadline.title().in(locale))
                    .put("from", due.deadline.from().in(locale))
                    .put("confidence", due.deadline.confidence().name())
                    .end();
        }
        json.end();
    }
}
