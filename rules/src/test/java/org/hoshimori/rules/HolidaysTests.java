package org.hoshimori.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Working days that leave out the holidays an operator gave.
class HolidaysTests {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 8, 28);
    private static final String FILE =
            """
            format: 1
            holidays: cyber-essentials
            place: {ja: イングランドとウェールズ, en: England and Wales}
            from: 2026-01-01
            through: 2026-12-31
            source: a list of the operator's own
            days: [2026-08-31, 2026-12-25, 2026-12-28]
            """;

    @TempDir Path beside;

    private Schemes.Reading reading(String file) throws IOException {
        Path edition = beside.resolve("cyber-essentials/danzell-16.2.yaml");
        Files.createDirectories(edition.getParent());
        Files.write(
                edition,
                Files.readAllBytes(Path.of("../schemes/cyber-essentials/danzell-16.2.yaml")));
        Files.createDirectories(beside.resolve("holidays"));
        Files.writeString(beside.resolve("holidays/cyber-essentials.yaml"), file, UTF_8);
        return Schemes.load(beside);
    }

    private static Due resubmission(Edition edition, LocalDate on) {
        Evaluation failed =
                edition.evaluate(
                        "basic",
                        Answers.of(
                                java.util.Map.of(
                                        "A4.3", new Answer(AnswerValue.NOT_MET, "auto-fail", ""))));
        return Due.of(failed, on, null).stream()
                .filter(due -> due.deadline().id().equals("resubmission"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void twoWorkingDaysPassOverAHolidayThatIsKnown() throws IOException {
        Edition edition =
                ((Schemes.Reading.Read) reading(FILE))
                        .schemes()
                        .edition("cyber-essentials", "danzell-16.2")
                        .orElseThrow();

        Due due = resubmission(edition, FRIDAY);
        assertThat(due.day()).isEqualTo(LocalDate.of(2026, 9, 2));
        assertThat(due.atLeast()).isFalse();
        // The list ends before the clock does: the day may be later, and that is said.
        assertThat(resubmission(edition, LocalDate.of(2026, 12, 31)).atLeast()).isTrue();
    }

    @Test
    void withoutAListTheDayIsTheEarliestAndSaysSo() {
        Due due = resubmission(Carried.edition("cyber-essentials", "danzell-16.2"), FRIDAY);

        assertThat(due.day()).isEqualTo(LocalDate.of(2026, 9, 1));
        assertThat(due.atLeast()).isTrue();
    }

    @Test
    void theListIsNoPartOfTheRules() throws IOException {
        Edition edition = ((Schemes.Reading.Read) reading(FILE)).schemes().editions().getFirst();

        assertThat(edition).isEqualTo(Carried.edition("cyber-essentials", "danzell-16.2"));
    }

    @Test
    void faultsHaveTheirPlace() throws IOException {
        Schemes.Reading.Refused refused =
                (Schemes.Reading.Refused)
                        reading(
                                FILE.replace("2026-12-25", "Christmas")
                                        .replace("2026-12-28", "2027-12-28"));

        List<String> faults =
                refused.faults().stream().map(fault -> fault.in(Locale.ENGLISH)).toList();
        assertThat(faults).hasSize(2);
        assertThat(faults)
                .allMatch(fault -> fault.contains("holidays/cyber-essentials.yaml:7:"))
                .anyMatch(fault -> fault.contains("\"days\" holds what is not a date"))
                .anyMatch(fault -> fault.contains("2027-12-28 lies outside"));
    }
}
