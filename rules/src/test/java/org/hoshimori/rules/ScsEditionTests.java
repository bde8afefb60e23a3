package org.hoshimori.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The reviewed data of the repository.
class ScsEditionTests {
    private static final Path SCHEMES = Path.of("../schemes");

    private static Edition scs() throws IOException {
        return switch (Schemes.load(SCHEMES)) {
            case Schemes.Reading.Read read ->
                    read.schemes().edition("scs", "2026-03-27").orElseThrow();
            case Schemes.Reading.Refused refused ->
                    throw new AssertionError(
                            refused.faults().stream()
                                    .map(fault -> fault.in(Locale.ENGLISH))
                                    .collect(Collectors.joining("\n")));
        };
    }

    @Test
    void theCountsOfTheOfficialSheetCloseExactly() throws IOException {
        Edition scs = scs();

        assertThat(scs.requirementsOf("3")).hasSize(26);
        assertThat(scs.criteriaOf("3")).hasSize(81);
        assertThat(scs.requirementsOf("4")).hasSize(43);
        assertThat(scs.criteriaOf("4")).hasSize(153);
        assertThat(perCategory(scs, "3")).containsExactly(8, 4, 11, 48, 3, 6, 1);
    }

    private static List<Integer> perCategory(Edition scs, String level) {
        return scs.evaluate(level, Answers.of(Map.of())).groups().values().stream()
                .map(Evaluation.Group::total)
                .toList();
    }

    /// Rows 3 to 155 hold one criterion each, in catalogue order.
    @Test
    void everyRowOfTheOfficialSheetIsThereOnce() throws IOException {
        List<Integer> rows = scs().criteria().stream().map(Criterion::row).toList();

        assertThat(rows)
                .hasSize(153)
                .startsWith(3)
                .endsWith(155)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void theYearlyDutiesOfStarThreeAreTheEightOfTheSheet() throws IOException {
        assertThat(scs().criteriaOf("3"))
                .filteredOn(c -> c.duty() != null && c.duty().everyMonths() != null)
                .extracting(Criterion::id)
                .containsExactly(
                        "1-2-1-3", "2-1-1-2", "3-1-1-4", "3-1-4-2", "4-2-2-1", "4-2-2-3", "6-1-1-4",
                        "6-1-1-6");
    }

    @Test
    void theIndexListsEveryFileOfData() throws IOException {
        try (Stream<Path> files = Files.walk(SCHEMES, 2)) {
            List<String> editions =
                    files.map(path -> SCHEMES.relativize(path).toString())
                            .filter(name -> name.contains("/") && name.endsWith(".yaml"))
                            .sorted()
                            .toList();

            assertThat(Files.readAllLines(SCHEMES.resolve("index.txt"))).isEqualTo(editions);
        }
    }

    @Test
    void recomputingPerSavedAnswerCostsLessThanAMillisecond() throws IOException {
        Edition scs = scs();
        Answers answers = Answers.of(Map.of("1-2-1-1", new Answer(AnswerValue.MET)));
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 500; i++) {
            long start = System.nanoTime();
            scs.evaluate("4", answers);
            best = Math.min(best, System.nanoTime() - start);
        }

        assertThat(best).isLessThan(1_000_000);
    }
}
