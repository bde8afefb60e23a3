package org.hoshimori.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/// A length of time as schemes write it.
///
/// @param number 1 or more
public record Span(int number, Unit unit) {
    /// What is counted.
    public enum Unit implements Code {
        DAYS,
        /// Monday to Friday, less the holidays given.
        WORKING_DAYS,
        MONTHS,
        YEARS
    }

    public Span {
        if (number < 1) {
            throw new IllegalArgumentException("a span of " + number);
        }
    }

    /// The last day of the span that begins after `start`. A month later than the 31st is the last
    /// day of a shorter month.
    public LocalDate after(LocalDate start, Set<LocalDate> holidays) {
        return switch (unit) {
            case DAYS -> start.plusDays(number);
            case MONTHS -> start.plusMonths(number);
            case YEARS -> start.plusYears(number);
            case WORKING_DAYS -> {
                LocalDate day = start;
                for (int left = number; left > 0; ) {
                    day = day.plusDays(1);
                    boolean weekend =
                            day.getDayOfWeek() == DayOfWeek.SATURDAY
                                    || day.getDayOfWeek() == DayOfWeek.SUNDAY;
                    left -= weekend || holidays.contains(day) ? 0 : 1;
                }
                yield day;
            }
        };
    }
}
