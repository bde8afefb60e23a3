package org.hoshimori.platform.outlook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.platform.scheme.Editions;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Measure;
import org.springframework.stereotype.Component;

/// Understands what is wanted of a plan.
@Component
class Asking {

    private static final long MOST_YEN = 1_000_000_000_000L;
    private static final int MOST_YEARS = 10;

    private final Editions editions;
    private final KnownMeasures measures;

    Asking(Editions editions, KnownMeasures measures) {
        this.editions = editions;
        this.measures = measures;
    }

    /// @param otherwise the goal when none is named
    Asked of(PlanForm form, LocalDate today, Optional<Asked.Aim> otherwise) {
        List<String> wrong = new ArrayList<>();
        Map<String, Asked.Aim> goals = new LinkedHashMap<>();
        for (String word : form.goals()) {
            Optional<Asked.Aim> aim = aim(word);
            if (aim.isEmpty()
                    || goals.putIfAbsent(aim.get().edition().scheme(), aim.get()) != null) {
                wrong.add("goal");
            }
        }
        if (form.goal() == null) {
            otherwise.ifPresent(aim -> goals.put(aim.edition().scheme(), aim));
        }
        Set<String> known =
                measures.measures().list().stream().map(Measure::id).collect(Collectors.toSet());
        Set<String> with = new HashSet<>(form.in());
        Set<String> without = new HashSet<>(form.out());
        if (!known.containsAll(with) || !known.containsAll(without)) {
            wrong.add("measure");
            with.retainAll(known);
            without.retainAll(known);
        }
        // What is both wanted and refused is refused.
        with.removeAll(without);
        return new Asked(
                List.copyOf(goals.values()),
                budget(form.limit(), wrong),
                day(form.day(), today, wrong),
                with,
                without,
                wrong.stream().distinct().toList());
    }

    private Optional<Asked.Aim> aim(String word) {
        String[] parts = word.split("/", 3);
        Optional<Edition> edition =
                parts.length < 3 ? Optional.empty() : editions.find(parts[0], parts[1]);
        return edition.flatMap(
                found -> found.level(parts[2]).map(level -> new Asked.Aim(found, level)));
    }

    private static Optional<Long> budget(String text, List<String> wrong) {
        String typed = Figures.plain(text);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        if (!typed.matches("[0-9]{1,13}") || Long.parseLong(typed) > MOST_YEN) {
            wrong.add("budget");
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(typed));
    }

    private static Optional<LocalDate> day(String typed, LocalDate today, List<String> wrong) {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(typed);
            if (!day.isBefore(today) && day.isBefore(today.plusYears(MOST_YEARS))) {
                return Optional.of(day);
            }
        } catch (DateTimeException _) {
            // Told below, like a day in the past.
        }
        wrong.add("by");
        return Optional.empty();
    }
}
