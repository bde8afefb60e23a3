package org.hoshimori.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The clocks of schemes.
class SpanTests {
    @ParameterizedTest
    @CsvSource({
        "180, DAYS, 2026-01-01, 2026-06-30",
        "2, WORKING_DAYS, 2026-11-26, 2026-11-30",
        "2, WORKING_DAYS, 2026-11-27, 2026-12-01",
        "2, WORKING_DAYS, 2026-11-28, 2026-12-01",
        "3, MONTHS, 2026-11-30, 2027-02-28",
        "3, YEARS, 2024-02-29, 2027-02-28"
    })
    void endOnTheDayTheSchemeMeans(int number, Span.Unit unit, LocalDate start, LocalDate end) {
        assertThat(new Span(number, unit).after(start, Set.of())).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-26, 2026-12-01", "2026-11-20, 2026-11-25"})
    void holidaysAreNoWorkingDays(LocalDate start, LocalDate end) {
        Set<LocalDate> holidays =
                Stream.of("2026-11-23", "2026-11-27")
                        .map(LocalDate::parse)
                        .collect(Collectors.toSet());

        assertThat(new Span(2, Span.Unit.WORKING_DAYS).after(start, holidays)).isEqualTo(end);
    }

    @Property(tries = 200)
    void aLongerSpanNeverEndsEarlier(
            @ForAll @IntRange(min = 1, max = 400) int number,
            @ForAll Span.Unit unit,
            @ForAll @IntRange(min = 0, max = 5000) int day) {
        LocalDate start = LocalDate.of(2020, 1, 1).plusDays(day);

        assertThat(new Span(number + 1, unit).after(start, Set.of()))
                .isAfter(new Span(number, unit).after(start, Set.of()));
        assertThat(new Span(number, unit).after(start, Set.of())).isAfter(start);
    }
}
