package org.hoshimori.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The question sets as far as public sources tell.
class CyberEssentialsTests {
    private static final Edition DANZELL = Carried.edition("cyber-essentials", "danzell-16.2");
    private static final Answers ALL = Carried.all(DANZELL, "basic", AnswerValue.MET);

    @ParameterizedTest
    @CsvSource({"danzell-16.2, 106", "montpellier-3.1, 95"})
    void hasTheQuestionsOfItsSet(String edition, int questions) {
        Edition set = Carried.edition("cyber-essentials", edition);

        assertThat(set.criteriaOf("basic")).hasSize(questions);
        assertThat(set.criteriaOf("basic").stream().filter(c -> c.id().matches("A[4-8]\\..*")))
                .hasSize(62);
        assertThat(set.criteriaOf("plus")).hasSize(questions + 5);
    }

    @Test
    void theSetFollowsTheDay() {
        assertThat(newest("2024-01-01")).isEqualTo("montpellier-3.1");
        assertThat(newest("2026-11-27")).isEqualTo("danzell-16.2");
    }

    @Test
    void everythingCompliantPasses() {
        Evaluation evaluation = DANZELL.evaluate("basic", ALL);

        assertThat(evaluation.status()).isEqualTo("pass");
        assertThat(evaluation.reached()).isEqualTo("basic");
    }

    @ParameterizedTest
    @CsvSource({
        "A4.1,more-information,more-information",
        "A4.1,major,fail",
        "A4.1,auto-fail,fail",
        "A6.4,not-met,fail",
        "A6.5,major,fail",
        "A4.1,compliant,pass",
        "A1.1,more-information,more-information",
        "A4.1.2,not-applicable,pass"
    })
    void theWorstMarkDecides(String question, String mark, String status) {
        assertThat(with(question, mark).status()).isEqualTo(status);
    }

    @Test
    void anAutomaticFailureBeatsAnOpenQuestion() {
        Answers answers =
                Carried.both(
                        ALL, Carried.answers(DANZELL, "A4.1,more-information\nA6.4,not-met\n"));

        assertThat(DANZELL.evaluate("basic", answers).status()).isEqualTo("fail");
    }

    @Test
    void howManyMajorsAreAllowedIsASetting() {
        Answers two = Carried.both(ALL, Carried.answers(DANZELL, "A4.1,major\nA4.2,major\n"));
        Map<String, BigDecimal> allowed = Map.of("max_major", BigDecimal.TWO);

        assertThat(DANZELL.evaluate("basic", two).status()).isEqualTo("fail");
        assertThat(DANZELL.evaluate("basic", two, allowed).status()).isEqualTo("pass");
        assertThat(DANZELL.evaluate("basic", two, allowed).inputs())
                .isNotEqualTo(DANZELL.evaluate("basic", two).inputs());
        assertThat(
                        DANZELL.evaluate(
                                        "basic",
                                        Carried.both(two, Carried.answers(DANZELL, "A6.4,major\n")),
                                        allowed)
                                .status())
                .isEqualTo("fail");
    }

    @Test
    void questionsThatOnlyDescribeDecideNothingWhenLeftOpenButOthersDo() {
        Answers technical =
                Answers.of(
                        ALL.byCriterion().entrySet().stream()
                                .filter(e -> e.getKey().matches("A[4-8]\\..*"))
                                .collect(
                                        java.util.stream.Collectors.toMap(
                                                Map.Entry::getKey, Map.Entry::getValue)));

        assertThat(DANZELL.evaluate("basic", technical).status()).isEqualTo("pass");
        assertThat(DANZELL.evaluate("basic", technical).counts().unanswered()).isEqualTo(44);
        assertThat(DANZELL.evaluate("basic", Answers.of(Map.of())).status()).isEqualTo("fail");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plus-1", "plus-2", "plus-3", "plus-4", "plus-5"})
    void plusNeedsEveryTestWhateverTheSetting(String test) {
        Answers tested = Carried.all(DANZELL, "plus", AnswerValue.MET);
        Evaluation failed =
                DANZELL.evaluate(
                        "plus",
                        tested.with(test, new Answer(AnswerValue.NOT_MET)),
                        Map.of("max_major", BigDecimal.TEN));

        assertThat(DANZELL.evaluate("plus", tested).reached()).isEqualTo("plus");
        assertThat(failed.status()).isEqualTo("fail");
        assertThat(failed.reached()).isEqualTo("basic");
        assertThat(DANZELL.evaluate("basic", Answers.of(Map.of())).reached()).isEqualTo("none");
    }

    private static String newest(String day) {
        return Carried.schemes()
                .newest("cyber-essentials", LocalDate.parse(day))
                .orElseThrow()
                .id();
    }

    private static Evaluation with(String question, String mark) {
        return DANZELL.evaluate(
                "basic", Carried.both(ALL, Carried.answers(DANZELL, question + "," + mark + "\n")));
    }
}
