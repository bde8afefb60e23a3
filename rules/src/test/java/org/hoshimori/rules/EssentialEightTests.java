package org.hoshimori.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The maturity model of November 2023 and its assessment guide of October 2024.
class EssentialEightTests {
    private static final Edition EIGHT = Carried.edition("essential-eight", "2023-11");

    @ParameterizedTest
    @CsvSource({"1, 48, 46", "2, 107, 87", "3, 149, 123"})
    void hasThePublishedCounts(String level, int requirements, int controls) {
        assertThat(EIGHT.requirementCount(level)).isEqualTo(requirements);
        assertThat(EIGHT.criterionCount(level)).isEqualTo(controls);
    }

    @ParameterizedTest
    @CsvSource({
        "PA,9,11,13",
        "PO,8,8,16",
        "MF,7,19,23",
        "RA,7,20,29",
        "AC,3,14,19",
        "RM,4,5,11",
        "AH,4,22,27",
        "RB,6,8,11"
    })
    void everyStrategyHasThePublishedCounts(String strategy, int one, int two, int three) {
        assertThat(EIGHT.asked("1").group(strategy)).hasSize(one);
        assertThat(EIGHT.asked("2").group(strategy)).hasSize(two);
        assertThat(EIGHT.asked("3").group(strategy)).hasSize(three);
    }

    /// The publisher's own profiles are the oracle.
    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3"})
    void asksExactlyTheControlsOfThePublishersProfile(String level) throws IOException {
        Path profile =
                Path.of("../../shared/data/asd-ism/ISM_E8_ML" + level + "-baseline_profile.json");
        assumeTrue(Files.exists(profile), "the publisher's profiles are not beside the project");
        Set<String> published = new TreeSet<>();
        Pattern.compile("\"ism-(\\d{4})\"", Pattern.CASE_INSENSITIVE)
                .matcher(Files.readString(profile))
                .results()
                .forEach(id -> published.add("ISM-" + id.group(1)));

        assertThat(EIGHT.criteriaOf(level).stream().map(Criterion::id))
                .containsExactlyInAnyOrderElementsOf(published);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3"})
    void aLevelIsReachedWhenAllItsControlsAreEffective(String level) {
        Evaluation evaluation = EIGHT.evaluate(level, Carried.all(EIGHT, level, AnswerValue.MET));

        assertThat(evaluation.status()).isEqualTo("met");
        assertThat(evaluation.reached()).isEqualTo(level);
        assertThat(evaluation.missing()).isEmpty();
    }

    @Test
    void theLowestStrategyDecidesAndEachStandsAtItsOwnLevel() {
        Answers all = Carried.all(EIGHT, "3", AnswerValue.MET);
        Evaluation evaluation =
                EIGHT.evaluate("2", all.with("ISM-1705", new Answer(AnswerValue.NOT_MET)));

        assertThat(evaluation.reached()).isEqualTo("1");
        assertThat(evaluation.json(Locale.ENGLISH))
                .contains(
                        "\"groups\":{\"PA\":\"3\",\"PO\":\"3\",\"MF\":\"3\",\"RA\":\"3\",\"AC\":\"3\",\"RM\":\"3\",\"AH\":\"3\",\"RB\":\"1\"}");
    }

    @Test
    void aControlSharedByStrategiesIsAnsweredOnceAndCountsInEach() {
        Answers all = Carried.all(EIGHT, "2", AnswerValue.MET);
        Map<String, Evaluation.Group> groups =
                EIGHT.evaluate("2", all.with("ISM-1815", new Answer(AnswerValue.UNKNOWN))).groups();

        for (String strategy : Set.of("MF", "RA", "AC", "AH")) {
            assertThat(groups.get(strategy).standing()).isEqualTo("1");
        }
        assertThat(groups.get("PA").standing()).isEqualTo("2");
    }

    @Test
    void aControlReplacedAtLevelThreeIsMetWhenItsStricterSuccessorsAre() {
        Answers all = Carried.all(EIGHT, "3", AnswerValue.MET);

        assertThat(all.to("ISM-1691")).isEmpty();
        assertThat(EIGHT.evaluate("3", all).reached()).isEqualTo("3");
        assertThat(
                        EIGHT.evaluate("3", all.with("ISM-1901", new Answer(AnswerValue.NOT_MET)))
                                .reached())
                .isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "effective,1",
        "alternate,1",
        "not-applicable,1",
        "ineffective,0",
        "not-implemented,0",
        "no-visibility,0",
        "not-assessed,0",
        "Alternate control,1",
        "Not Effective,0"
    })
    void theGuidesOutcomesCountAsItSays(String word, String reached) {
        Answers answers =
                Carried.both(
                        Carried.all(EIGHT, "1", AnswerValue.MET),
                        Carried.answers(EIGHT, "ISM-1807," + word + "\n"));

        assertThat(EIGHT.evaluate("1", answers).reached()).isEqualTo(reached);
    }

    @Test
    void whatLowerLevelsLackIsMissingForTheHigherToo() {
        Answers answers =
                Carried.all(EIGHT, "2", AnswerValue.MET)
                        .with("ISM-1654", new Answer(AnswerValue.NOT_MET));

        assertThat(EIGHT.evaluate("3", answers).missing())
                .extracting(m -> m.criterion().id())
                .contains("ISM-1654", "ISM-1692");
        assertThat(EIGHT.evaluate("3", answers).groups().get("AH").standing()).isEqualTo("0");
    }
}
