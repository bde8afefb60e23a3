package org.hoshimori.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.rules.sheet.AnswerFile;
import org.hoshimori.rules.sheet.AnswerFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// CyberFundamentals, the concept of 2024, the proposal for ★5, and what all editions share.
class OtherEditionsTests {
    private static final Edition CYFUN = Carried.edition("cyberfundamentals", "2025");
    private static final Edition PROPOSAL = Carried.edition("scs", "proposal");
    private static final Edition CONCEPT = Carried.edition("scs", "2024-concept");

    @ParameterizedTest
    @CsvSource({"basic, 34, 13", "important, 133, 22", "essential, 218, 29"})
    void cyberFundamentalsHasItsControlsAndKeyMeasures(String level, int controls, int keys) {
        assertThat(CYFUN.criteriaOf(level)).hasSize(controls);
        assertThat(CYFUN.criteriaOf(level).stream().filter(c -> c.weighing().has(Trait.KEY)))
                .hasSize(keys);
        assertThat(CYFUN.asked("essential").groups()).hasSize(22);
    }

    @ParameterizedTest
    @CsvSource({
        "3/3, important, 3.0000",
        "2/3, basic, 2.5000",
        "4/4, essential, 4.0000",
        "2/2, none, 2.0000",
        "5/5, essential, 5.0000"
    })
    void evenMaturityGivesThatMean(String pair, String reached, BigDecimal score) {
        Evaluation evaluation = CYFUN.evaluate("essential", alike(pair));

        assertThat(evaluation.reached()).isEqualTo(reached);
        assertThat(evaluation.score()).hasValue(score);
    }

    @Test
    void aKeyMeasureBelowItsFloorIsNotOutweighed() {
        String key =
                CYFUN.criteriaOf("basic").stream()
                        .filter(c -> c.weighing().has(Trait.KEY))
                        .findFirst()
                        .orElseThrow()
                        .id();
        Answers answers = Carried.both(alike("5/5"), Carried.answers(CYFUN, key + ",2/2\n"));
        Evaluation evaluation = CYFUN.evaluate("basic", answers);

        assertThat(evaluation.met()).isFalse();
        assertThat(evaluation.missing()).extracting(m -> m.criterion().id()).contains(key);
    }

    @Test
    void notApplicableCountsAsThreeInTheMeans() {
        Answers answers = Answers.of(Map.of());
        for (Criterion criterion : CYFUN.criteria()) {
            answers = answers.with(criterion.id(), new Answer(AnswerValue.NOT_APPLICABLE));
        }
        assertThat(CYFUN.evaluate("essential", answers).score()).hasValue(new BigDecimal("3.0000"));
    }

    @Test
    void theWorkbooksSlipCanBeRepeated() {
        Answers answers =
                Carried.both(
                        alike("3/3"),
                        Carried.answers(
                                CYFUN,
                                CYFUN.requirement("PR.AA-06").orElseThrow().criteria().stream()
                                        .map(c -> c.id() + ",3/1\n")
                                        .collect(Collectors.joining())));

        BigDecimal correct = CYFUN.evaluate("essential", answers).score().orElseThrow();
        BigDecimal slipped =
                CYFUN.evaluate("essential", answers, Map.of("match_workbook", BigDecimal.ONE))
                        .score()
                        .orElseThrow();
        // Six subcategories, one at 1: its implementation mean is 16/6, its category (3 + 16/6) /
        // 2.
        assertThat(correct).isEqualTo(new BigDecimal("2.9924"));
        assertThat(slipped).isEqualTo(new BigDecimal("3.0000"));
    }

    @Test
    void theProposalBuildsOnFourStarsAndEachOfItsLinesTellsItsOrigin() {
        Edition official = Carried.edition("scs", "2026-03-27");
        List<Criterion> own =
                PROPOSAL.criteria().stream().filter(c -> c.level().equals("5")).toList();

        assertThat(PROPOSAL.criteriaOf("4")).isEqualTo(official.criteriaOf("4"));
        assertThat(own).hasSizeGreaterThanOrEqualTo(40);
        assertThat(own)
                .allSatisfy(c -> {
                    assertThat(c.status()).isEqualTo(Standing.PROPOSAL);
                    assertThat(c.links().from()).isNotEmpty();
                });
        assertThat(PROPOSAL.header().status()).isEqualTo(EditionStatus.PROPOSAL);
        Answers all = Carried.all(PROPOSAL, "5", AnswerValue.MET);
        assertThat(PROPOSAL.evaluate("5", all).reached()).isEqualTo("5");
    }

    @Test
    void originsNameCriteriaThatExist() {
        Set<String> unknown = new HashSet<>();
        for (Edition edition : List.of(PROPOSAL, CONCEPT)) {
            for (Criterion criterion : edition.criteria()) {
                for (String from : criterion.links().from()) {
                    String[] parts = from.split(":", 2);
                    boolean known =
                            parts.length < 2
                                    ? edition.sources().stream().anyMatch(s -> s.id().equals(from))
                                    : Carried.schemes().editions().stream()
                                            .filter(e -> e.scheme().equals(parts[0]))
                                            .anyMatch(e ->
                                                    e.meant(parts[1]).isPresent()
                                                            || e.categories().stream()
                                                                    .anyMatch(c ->
                                                                            c.id().equals(
                                                                                            parts[
                                                                                                    1])));
                    if (!known) {
                        unknown.add(from);
                    }
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void theConceptIsAConceptOfAbout15And50And100AndItsFourPlusIsAnotherWayToFour() {
        assertThat(CONCEPT.header().status()).isEqualTo(EditionStatus.CONCEPT);
        assertThat(CONCEPT.criteriaOf("3")).hasSize(15);
        assertThat(CONCEPT.criteriaOf("4")).hasSizeBetween(40, 50);
        assertThat(CONCEPT.criteriaOf("5")).hasSizeGreaterThan(100);
        Answers four = Carried.all(CONCEPT, "4", AnswerValue.MET);
        assertThat(CONCEPT.evaluate("4-plus", four).met()).isTrue();
        assertThat(CONCEPT.evaluate("4-plus", four).reached()).isEqualTo("4");
    }

    @Test
    void theOfficialEditionStaysTheDefault() {
        assertThat(Carried.schemes().newest("scs", LocalDate.parse("2026-11-27")))
                .map(Edition::id)
                .hasValue("2026-03-27");
        assertThat(Carried.schemes().newest("scs", LocalDate.parse("2025-11-27")))
                .map(Edition::id)
                .hasValue("2024-concept");
    }

    @ParameterizedTest
    @CsvSource({
        "cmmc, 2024-12-16, 'AC.L2-3.1.99,met', AC.L2-3.1.9",
        "essential-eight, 2023-11, 'ISM-1806,effective', ISM-1807",
        "cyber-essentials, danzell-16.2, 'A6.44,compliant', A6.4",
        "cmmc, 2024-12-16, 'AC.L2-3.1.1,temporary-deficency', temporary-deficiency",
        "security-action, 2026-03, '1,don', done",
        "cyberfundamentals, 2025, 'ID.AM-01.1,6/2', 3/4",
        "cyberscore, 2023-draft, '1,11', points"
    })
    void aWrongIdOrAnswerIsRefusedWithTheNearest(
            String scheme, String edition, String line, String remedy) {
        byte[] bytes = ("id,answer\n" + line + "\n").getBytes(StandardCharsets.UTF_8);

        assertThat(AnswerFiles.read("a.csv", bytes, Carried.edition(scheme, edition)))
                .isInstanceOfSatisfying(
                        AnswerFile.Refused.class,
                        refused ->
                                assertThat(refused.faults().getFirst().in(Locale.ENGLISH))
                                        .startsWith("a.csv:2:")
                                        .contains(remedy));
    }

    @Test
    void everyEditionWritesAnswersThatItReadsBack() {
        for (Edition edition : Carried.schemes().editions()) {
            Answers answers = Answers.of(Map.of());
            for (Criterion criterion : edition.criteria()) {
                answers = answers.with(criterion.id(), new Answer(AnswerValue.PARTIAL, "半分"));
            }
            for (AnswerWord word : edition.manner().words()) {
                answers =
                        answers.with(
                                edition.criteria().getFirst().id(),
                                new Answer(word.means(), word.word(), "x"));
            }
            byte[] csv = AnswerFiles.csv(edition, edition.levels().getLast().id(), answers);
            assertThat(((AnswerFile.Read) AnswerFiles.read("a.csv", csv, edition)).answers())
                    .as(edition.rule())
                    .isEqualTo(answers);
        }
    }

    private static Answers alike(String pair) {
        return Carried.answers(
                CYFUN,
                CYFUN.criteria().stream()
                        .map(c -> c.id() + "," + pair + "\n")
                        .collect(Collectors.joining()));
    }
}
