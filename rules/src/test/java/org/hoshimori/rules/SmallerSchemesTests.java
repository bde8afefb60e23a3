package org.hoshimori.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// SECURITY ACTION, JAMA/JAPIA and the draft of cyberscore.
class SmallerSchemesTests {
    private static final Edition ACTION = Carried.edition("security-action", "2026-03");
    private static final Edition JAMA = Carried.edition("jama-japia", "2.1");
    private static final Edition CYBERSCORE = Carried.edition("cyberscore", "2023-draft");

    @ParameterizedTest
    @CsvSource({"2017, 5", "2026-03, 6"})
    void oneStarHasFiveRulesUntilMarch2026AndSixAfter(String edition, int rules) {
        Edition action = Carried.edition("security-action", edition);

        assertThat(action.criteriaOf("1")).hasSize(rules);
        assertThat(action.criteriaOf("2")).hasSize(26);
    }

    @Test
    void theRulesFollowTheDay() {
        assertThat(on("2026-03-31")).isEqualTo("2017");
        assertThat(on("2026-04-01")).isEqualTo("2026-03");
    }

    @Test
    void twoStarsNeedTheSelfCheckDoneAndThePolicyPublishedButNoScore() {
        Answers bad = questions("not-done");
        Answers published = Carried.both(bad, Carried.answers(ACTION, "policy,published\n"));

        assertThat(ACTION.evaluate("2", bad).status()).isEqualTo("incomplete");
        assertThat(ACTION.evaluate("2", published).status()).isEqualTo("declared");
        assertThat(ACTION.evaluate("2", published).reached()).isEqualTo("2");
        assertThat(ACTION.evaluate("2", published).score()).hasValue(BigDecimal.ZERO);
    }

    @Test
    void oneStarNeedsItsRulesWorkedOn() {
        Answers six =
                Carried.answers(ACTION, "1,done\n2,partly\n3,done\n4,done\n5,done\n11,done\n");

        assertThat(ACTION.evaluate("1", six).status()).isEqualTo("declared");
        assertThat(ACTION.evaluate("1", six).reached()).isEqualTo("1");
        assertThat(ACTION.evaluate("1", six.with("5", new Answer(AnswerValue.NOT_MET))).status())
                .isEqualTo("incomplete");
    }

    @ParameterizedTest
    @CsvSource({"done,100,100", "partly,50,50-69", "not-done,0,0-49", "unknown,-25,0-49"})
    void pointsAddUpToAScoreWithABand(String word, BigDecimal score, String band) {
        Evaluation evaluation = ACTION.evaluate("2", questions(word));

        assertThat(evaluation.score()).hasValue(score);
        assertThat(evaluation.band().orElseThrow().id()).isEqualTo(band);
        assertThat(evaluation.ruling().score().min()).isEqualTo(new BigDecimal(-25));
        assertThat(evaluation.ruling().score().max()).isEqualTo(new BigDecimal(100));
    }

    @Test
    void ninetySixIsInTheSecondBand() {
        Answers answers = Carried.both(questions("done"), Carried.answers(ACTION, "9,not-done\n"));

        assertThat(ACTION.evaluate("2", answers).band().orElseThrow().id()).isEqualTo("70-99");
    }

    @ParameterizedTest
    @CsvSource({"1, 20, 50", "2, 24, 124", "3, 24, 153"})
    void theGuidelinesHaveTheirCounts(String level, int labels, int conditions) {
        assertThat(JAMA.requirementCount(level)).isEqualTo(labels);
        assertThat(JAMA.criterionCount(level)).isEqualTo(conditions);
    }

    @Test
    void aLevelOfTheGuidelinesNeedsEveryConditionBelowIt() {
        Answers all = Carried.all(JAMA, "2", AnswerValue.MET);

        assertThat(JAMA.evaluate("2", all).reached()).isEqualTo("2");
        assertThat(
                        JAMA.evaluate("2", Carried.both(all, Carried.answers(JAMA, "7,partly\n")))
                                .reached())
                .isEqualTo("0");
    }

    @Test
    void theUsersOwnSheetTellsWhichLevelAsksWhat() {
        byte[] sheet =
                "番号,レベル,自己評価\n1,Lv3,not\n2,レベル1,done\n"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var read =
                (org.hoshimori.rules.sheet.AnswerFile.Read)
                        org.hoshimori.rules.sheet.AnswerFiles.read("s.csv", sheet, JAMA);
        Edition placed = JAMA.placed(read.placing());
        Answers all = Carried.both(Carried.all(JAMA, "3", AnswerValue.MET), read.answers());

        assertThat(JAMA.evaluate("1", all).reached()).isEqualTo("0");
        assertThat(placed.evaluate("1", all).reached()).isEqualTo("2");
        assertThat(placed.rule()).startsWith(JAMA.rule() + ";placed@sha256:");
    }

    @Test
    void conditionsWhoseWordingIsNotPublicSaySo() {
        assertThat(JAMA.criteria())
                .allSatisfy(c -> assertThat(c.status()).isEqualTo(Standing.PROPOSAL));
    }

    @ParameterizedTest
    @CsvSource({"10, A+", "8, A", "0, F", "5, C"})
    void theDraftGivesLettersAndSaysThatTheyAreExamples(String points, String letter) {
        Answers answers =
                Carried.answers(
                        CYBERSCORE,
                        IntStream.rangeClosed(1, 9)
                                .mapToObj(i -> i + "," + points + "\n")
                                .collect(Collectors.joining()));
        Evaluation evaluation = CYBERSCORE.evaluate("F", answers);

        assertThat(evaluation.status()).isEqualTo("illustrative");
        assertThat(evaluation.reached()).isEqualTo(letter);
        assertThat(CYBERSCORE.header().status()).isEqualTo(EditionStatus.DRAFT);
    }

    @Test
    void whereALetterBeginsIsASetting() {
        Answers answers = Carried.answers(CYBERSCORE, "1,10\n2,10\n3,10\n4,10\n5,10\n");

        assertThat(CYBERSCORE.evaluate("F", answers).reached()).isEqualTo("C");
        assertThat(
                        CYBERSCORE
                                .evaluate("F", answers, Map.of("least_c", new BigDecimal(60)))
                                .reached())
                .isEqualTo("D");
    }

    private static Answers questions(String word) {
        return Carried.answers(
                ACTION,
                IntStream.rangeClosed(1, 25)
                        .mapToObj(i -> i + "," + word + "\n")
                        .collect(Collectors.joining()));
    }

    private static String on(String day) {
        return Carried.schemes().newest("security-action", LocalDate.parse(day)).orElseThrow().id();
    }
}
