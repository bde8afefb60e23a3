package org.hoshimori.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The days that a result sets (cmmc.md sections 1 and 3; 32 CFR 170.4, 170.21, 170.22).
class DueTests {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);
    private static final Schemes SCHEMES = Carried.schemes();

    @Test
    void aConditionalStatusIsClosedWithin180DaysAndEndsAfterThreeYears() {
        // 3.4.4 weighs one point and may wait.
        Evaluation conditional = cmmc("2", "CM.L2-3.4.4");
        assertThat(conditional.status()).isEqualTo("conditional");
        assertThat(days(Due.of(conditional, FRIDAY, null)))
                .containsEntry("close-out", "2027-05-26")
                .containsEntry("status-2", "2029-11-27")
                .containsEntry("re-evaluation", "2026-12-11")
                .doesNotContainKey("affirmation");
    }

    @Test
    void aFinalStatusAfterAConditionalOneEndsThreeYearsAfterThatButIsAffirmedFromItsOwnDay() {
        LocalDate before = LocalDate.of(2026, 6, 1);
        assertThat(days(Due.of(cmmc("2"), FRIDAY, before)))
                .containsEntry("status-2", "2029-06-01")
                .containsEntry("affirmation", "2027-11-27")
                .doesNotContainKeys("close-out", "re-evaluation", "status-1");
        assertThat(days(Due.of(cmmc("2"), FRIDAY, null))).containsEntry("status-2", "2029-11-27");
        assertThat(days(Due.of(cmmc("1"), FRIDAY, null))).containsEntry("status-1", "2027-11-27");
    }

    @Test
    void aFailedCyberEssentialsIsResubmittedWithinTwoWorkingDays() {
        Evaluation nothing = edition("cyber-essentials").evaluate("basic", Answers.of(Map.of()));
        assertThat(nothing.met()).isFalse();
        // Friday, then Monday and Tuesday.
        assertThat(days(Due.of(nothing, FRIDAY, null)))
                .containsEntry("resubmission", "2026-12-01")
                .doesNotContainKeys("validity", "plus-window");
    }

    @Test
    void aPassedCyberEssentialsLastsTwelveMonthsAndOpensThreeMonthsToPlus() {
        Edition edition = edition("cyber-essentials");
        Evaluation passed = edition.evaluate("basic", all(edition, "basic"));
        assertThat(passed.status()).isEqualTo("pass");
        assertThat(days(Due.of(passed, FRIDAY, null)))
                .containsEntry("plus-window", "2027-02-27")
                .containsEntry("validity", "2027-11-27")
                .doesNotContainKey("resubmission");
    }

    @Test
    void aSchemeWithoutClocksTellsHowLongALevelWouldHold() {
        Edition scs = SCHEMES.edition("scs", "2026-03-27").orElseThrow();
        Due star = Due.of(scs.evaluate("3", all(scs, "3")), FRIDAY, null).getFirst();
        assertThat(star.day()).isEqualTo("2027-11-27");
        assertThat(star.deadline().confidence()).isEqualTo(Confidence.C);
        assertThat(Due.of(scs.evaluate("3", Answers.of(Map.of())), FRIDAY, null)).isEmpty();
    }

    @Test
    void theNearestComesFirstAndAMonthTooShortEndsOnItsLastDay() {
        List<Due> due = Due.of(cmmc("2"), LocalDate.of(2028, 2, 29), null);
        assertThat(due).extracting(Due::day).isSorted();
        assertThat(days(due)).containsEntry("affirmation", "2029-02-28");
        assertThat(due.getFirst().passed(LocalDate.of(2029, 3, 1))).isTrue();
        assertThat(due.getFirst().passed(LocalDate.of(2029, 2, 28))).isFalse();
    }

    @Test
    void theDaysStandInTheResultWithoutChangingWhatWasJudged() {
        Evaluation evaluation = cmmc("1");
        assertThat(evaluation.json(Locale.ENGLISH, FRIDAY, null))
                .contains("\"assessed\":\"2026-11-27\",\"due\":[{\"id\":\"status-1\"")
                .contains("\"inputs\":\"" + evaluation.inputs() + "\"");
        assertThat(evaluation.json(Locale.ENGLISH)).doesNotContain("assessed");
    }

    private static Evaluation cmmc(String level, String... open) {
        Edition edition = edition("cmmc");
        Answers answers = all(edition, "2");
        for (String each : open) {
            answers = answers.with(each, new Answer(AnswerValue.NOT_MET));
        }
        return edition.evaluate(level, answers);
    }

    private static Edition edition(String scheme) {
        return SCHEMES.newest(scheme, FRIDAY).orElseThrow();
    }

    private static Answers all(Edition edition, String level) {
        Map<String, Answer> answers = new HashMap<>();
        edition.criteriaOf(level)
                .forEach(each -> answers.put(each.id(), new Answer(AnswerValue.MET)));
        if (edition.scheme().equals("cmmc")) {
            edition.criteriaOf("1")
                    .forEach(each -> answers.put(each.id(), new Answer(AnswerValue.MET)));
        }
        return Answers.of(answers);
    }

    private static Map<String, String> days(List<Due> due) {
        Map<String, String> days = new HashMap<>();
        due.forEach(each -> days.put(each.deadline().id(), each.day().toString()));
        return days;
    }
}
