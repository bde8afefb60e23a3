package org.hoshimori.rules.plan;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hoshimori.rules.CompanySize;
import org.jspecify.annotations.Nullable;

/// What is wanted of a plan.
///
/// @param goals what is missing today
/// @param dayRate yen that one person-day of the company's own people costs
/// @param years years of which the yearly cost counts, 1 or more
/// @param people how many of them work on it at a time, above 0 (0.5: half their time)
/// @param budget yen at most; null for no limit
/// @param days calendar days until everything must be in place; null for no limit
/// @param with ids of measures that are taken in any case (already decided, or paid)
/// @param without ids of measures that are out of the question
public record Wish(
        SortedSet<Goal> goals,
        CompanySize size,
        long dayRate,
        int years,
        double people,
        @Nullable Long budget,
        @Nullable Integer days,
        Set<String> with,
        Set<String> without) {
    public Wish {
        goals = Collections.unmodifiableSortedSet(new TreeSet<>(goals));
        with = Set.copyOf(with);
        without = Set.copyOf(without);
        if (years < 1 || people <= 0 || dayRate < 0) {
            throw new IllegalArgumentException("years %d, people %s".formatted(years, people));
        }
    }

    /// The plain wish: everything, at the least cost, over one year.
    public static Wish cheapest(Collection<Goal> goals, CompanySize size, long dayRate) {
        return new Wish(new TreeSet<>(goals), size, dayRate, 1, 1, null, null, Set.of(), Set.of());
    }

    /// The same with at most `yen` to spend.
    public Wish within(long yen) {
        return new Wish(goals, size, dayRate, years, people, yen, days, with, without);
    }

    /// The same with everything in place after so many days.
    public Wish inDays(int days) {
        return new Wish(goals, size, dayRate, years, people, budget, days, with, without);
    }

    /// The same without one measure, or with one in any case.
    public Wish toggled(Set<String> with, Set<String> without) {
        return new Wish(goals, size, dayRate, years, people, budget, days, with, without);
    }
}
