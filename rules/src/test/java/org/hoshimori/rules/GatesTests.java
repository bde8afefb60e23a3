package org.hoshimori.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GatesTests {
    private final Edition edition = SmallScheme.edition();
    private static final Answer MET = new Answer(AnswerValue.MET);

    private static Answers met(String... ids) {
        return Answers.of(Arrays.stream(ids).collect(Collectors.toMap(id -> id, _ -> MET)));
    }

    private static final Answers STAR_3 = met("1-2-1-1", "1-2-1-3", "4-1-4-1");

    @Test
    void allCriteriaMetReachTheLevel() {
        Evaluation evaluation = edition.evaluate("3", STAR_3);

        assertThat(evaluation.met()).isTrue();
        assertThat(evaluation.reached()).isEqualTo("3");
        assertThat(evaluation.missing()).isEmpty();
    }

    @Test
    void askingFourOfACompanyAtThreeSaysWhatIsMissingInCatalogueOrder() {
        Evaluation evaluation = edition.evaluate("4", STAR_3);

        assertThat(evaluation.met()).isFalse();
        assertThat(evaluation.reached()).isEqualTo("3");
        assertThat(evaluation.missing())
                .extracting(missing -> missing.criterion().id())
                .containsExactly("1-2-1-4", "4-1-4-2");
        assertThat(evaluation.counts()).isEqualTo(new Evaluation.Counts(5, 3, 0, 0, 0, 2, 0, 0));
    }

    @Test
    void oneGapIsNeverHiddenByTheOthers() {
        Answers allButOne =
                STAR_3.with("1-2-1-4", MET)
                        .with("4-1-4-2", MET)
                        .with("1-2-1-1", new Answer(AnswerValue.PARTIAL, "半分"));

        Evaluation evaluation = edition.evaluate("4", allButOne);

        assertThat(evaluation.reached()).isEqualTo(Evaluation.NONE);
        assertThat(evaluation.missing())
                .singleElement()
                .extracting(Missing::outcome)
                .isEqualTo(Outcome.PARTIAL);
    }

    @Test
    void notApplicableCountsOnlyWithAReason() {
        Answers bare = STAR_3.with("4-1-4-1", new Answer(AnswerValue.NOT_APPLICABLE, " "));
        Answers reasoned = STAR_3.with("4-1-4-1", new Answer(AnswerValue.NOT_APPLICABLE, "端末なし"));

        assertThat(edition.evaluate("3", reasoned).met()).isTrue();
        Evaluation evaluation = edition.evaluate("3", bare);
        assertThat(evaluation.met()).isFalse();
        assertThat(evaluation.missing().getFirst().outcome().why().en())
                .isEqualTo(
                        "Said not to apply without a reason; without a reason it does not count.");
        assertThat(evaluation.counts().withoutReason()).isEqualTo(1);
        assertThat(evaluation.counts().notApplicable()).isEqualTo(1);
    }

    @Test
    void theUnansweredStayInTheDenominator() {
        Evaluation evaluation = edition.evaluate("3", met());

        assertThat(evaluation.counts()).isEqualTo(new Evaluation.Counts(3, 0, 0, 0, 0, 3, 0, 0));
        assertThat(evaluation.groups())
                .containsExactly(
                        entry("1", new Evaluation.Group(0, 0, 2)),
                        entry("4", new Evaluation.Group(0, 0, 1)));
    }

    @Test
    void saysWhichAlternativesWouldComplete() {
        Missing lock = edition.evaluate("3", met()).missing().get(2);

        assertThat(lock.completes().en()).isEqualTo("Locks. One of these: (a) Delay (b) Stop");
    }

    @Test
    void writesTheContractsJson() {
        Answers answers =
                STAR_3.with("4-1-4-1", new Answer(AnswerValue.UNKNOWN)).with("9-9-9-9", MET);

        assertThat(edition.evaluate("3", answers).json(Locale.ENGLISH))
                .isEqualTo(
                        "{\"scheme\":\"small\",\"edition\":\"2026-01-01\",\"asked\":\"3\",\"status\":\"not-met\",\"reached\":\"0\","
                                + "\"counts\":{\"total\":3,\"met\":2,\"not_met\":0,\"partial\":0,\"not_applicable\":0,\"unanswered\":1,\"unknown\":1,\"not_applicable_without_reason\":0},"
                                + "\"missing\":[{\"id\":\"4-1-4-1\",\"requirement\":\"4-1-4\",\"level\":\"3\",\"answer\":\"unknown\","
                                + "\"why\":\"Answered as unknown; it counts as not met until it is known.\","
                                + "\"completes\":\"Locks. One of these: (a) Delay (b) Stop\",\"weight\":1}],"
                                + "\"groups\":{\"1\":{\"met\":2,\"not_applicable\":0,\"total\":2},\"4\":{\"met\":0,\"not_applicable\":0,\"total\":1}},"
                                + "\"explanation\":[\"1 of 3 are not met; one is enough to close the level.\"],"
                                + "\"ignored\":[\"9-9-9-9\"],\"rule\":\""
                                + edition.rule()
                                + "\",\"engine\":\"1\",\"inputs\":\"sha256:f029f5b0876b18ef9496c6b2f68531323e5aeb50b7d846f6cceb948813feefce\"}");
    }

    @Test
    void everyChangeOfTheInputsChangesTheirDigest() {
        String digest = edition.evaluate("3", STAR_3).inputs();

        assertThat(edition.evaluate("4", STAR_3).inputs()).isNotEqualTo(digest);
        assertThat(
                        edition.evaluate(
                                        "3",
                                        STAR_3.with("1-2-1-1", new Answer(AnswerValue.MET, "x")))
                                .inputs())
                .isNotEqualTo(digest);
    }
}
