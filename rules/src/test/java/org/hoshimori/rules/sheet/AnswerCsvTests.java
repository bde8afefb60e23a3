package org.hoshimori.rules.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.hoshimori.rules.Answer;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.Answers;
import org.junit.jupiter.api.Test;

class AnswerCsvTests {
    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final String CSV =
            """
            id,answer,detail
            4-1-3-2,met,
            4-1-3-3,not-applicable,"クラウドを
            使っていない"
            1-2-1-1,,
            """;

    @Test
    void readsIdAnswerAndDetail() {
        AnswerFile.Read read = Scs.answers(utf8(CSV));

        assertThat(read.form()).isEqualTo(AnswerFile.Form.CSV);
        assertThat(read.notices()).isEmpty();
        assertThat(read.answers().byCriterion())
                .containsOnly(
                        entry("4-1-3-2", new Answer(AnswerValue.MET)),
                        entry("4-1-3-3", new Answer(AnswerValue.NOT_APPLICABLE, "クラウドを\n使っていない")));
    }

    @Test
    void readsUtf8WithItsMarkAndShiftJis() {
        assertThat(Scs.answers(utf8("\uFEFF" + CSV)).answers())
                .isEqualTo(Scs.answers(utf8(CSV)).answers());
        String japanese = "番号,回答,理由\r\n4-1-3-2,○,①㈱髙橋～表\r\n";

        assertThat(
                        Scs.answers(japanese.getBytes(Charset.forName("windows-31j")))
                                .answers()
                                .to("4-1-3-2"))
                .contains(new Answer(AnswerValue.MET, "①㈱髙橋～表"));
    }

    @Test
    void readsTabsSemicolonsAndFilesWithoutHeading() {
        assertThat(Scs.answers(utf8("id\tanswer\n4-1-3-2\tmet")).answers().byCriterion())
                .hasSize(1);
        assertThat(Scs.answers(utf8("id;answer\n4-1-3-2;met")).answers().byCriterion()).hasSize(1);
        assertThat(Scs.answers(utf8("4-1-3-2,met\n4-1-3-3,unknown")).answers().byCriterion())
                .hasSize(2);
    }

    @Test
    void readsTheMarksOfConsultantsAndSaysHow() {
        AnswerFile.Read read =
                Scs.answers(
                        utf8("番号,自己評価\n4-1-3-2,○\n4-1-3-3,△\n4-1-3-4,✖\n4-1-4-1,対象外\n4-1-4-2,○"));

        assertThat(read.answers().byCriterion().values())
                .extracting(Answer::value)
                .containsExactly(
                        AnswerValue.MET,
                        AnswerValue.UNKNOWN,
                        AnswerValue.NOT_MET,
                        AnswerValue.NOT_APPLICABLE,
                        AnswerValue.MET);
        assertThat(read.notices())
                .extracting(notice -> notice.in(Locale.ENGLISH))
                .containsExactly(
                        "answers:2:2: \"○\" is read as met here and below",
                        "answers:3:2: \"△\" is read as unknown here and below",
                        "answers:4:2: \"✖\" is read as not-met here and below",
                        "answers:5:2: \"対象外\" is read as not-applicable here and below");
    }

    @Test
    void acceptsFullWidthDigitsAndAnyHyphenAndReportsThem() {
        AnswerFile.Read read = Scs.answers(utf8("id,answer\n４－１－３－２,met\n4‐1–3−3,met\n"));

        assertThat(read.answers().byCriterion()).containsOnlyKeys("4-1-3-2", "4-1-3-3");
        assertThat(read.notices())
                .extracting(notice -> notice.in(Locale.ENGLISH))
                .containsExactly(
                        "answers:2:1: \"４－１－３－２\" was read as 4-1-3-2",
                        "answers:3:1: \"4‐1–3−3\" was read as 4-1-3-3");
    }

    @Test
    void anAnswerToARequirementStandsForItsCriteriaWithoutTheirOwn() {
        AnswerFile.Read read = Scs.answers(utf8("id,answer\n4-1-4,met\n4-1-4-2,not-met\n"));

        assertThat(read.answers().byCriterion())
                .containsOnly(
                        entry("4-1-4-1", new Answer(AnswerValue.MET)),
                        entry("4-1-4-2", new Answer(AnswerValue.NOT_MET)));
        assertThat(read.notices()).singleElement();
    }

    @Test
    void reportsEveryFaultWithItsLineColumnReasonAndRemedy() {
        assertThat(
                        Scs.faults(
                                utf8(
                                        """
                                        id,answer
                                        4-1-3-99,met
                                        4-1-3-2,mett
                                        4-1-3-3,met
                                        4-1-3-3,not-met
                                        AC.L2-3.1.1,met
                                        ,met
                                        4-1-4-1,多分
                                        """)))
                .containsExactly(
                        "answers:2:1: there is no criterion \"4-1-3-99\" in scs 2026-03-27; did you mean 4-1-3-1?",
                        "answers:3:2: \"mett\" is not an answer; did you mean met?",
                        "answers:5:1: 4-1-3-3 stands in line 4 already; remove one of the two lines",
                        "answers:6:1: there is no criterion \"AC.L2-3.1.1\" in scs 2026-03-27; it looks like an id of CMMC: check the scheme",
                        "answers:7:1: the id is missing; write the criterion's id, or remove the line",
                        "answers:8:2: \"多分\" is not an answer; use met, not-met, partial, not-applicable, unknown, or leave it empty");
    }

    @Test
    void tellsFaultsInJapanese() {
        AnswerFile.Refused refused =
                (AnswerFile.Refused)
                        AnswerFiles.read("回答.csv", utf8("id,answer\n4-1-3-99,met"), Scs.EDITION);

        assertThat(refused.faults().getFirst().in(Locale.JAPANESE))
                .isEqualTo("回答.csv:2:1: 評価基準「4-1-3-99」はSCS評価制度 2026-03-27版にありません。4-1-3-1 のことですか");
    }

    @Test
    void refusesEmptyFilesWrongEncodingsAndThingsThatAreNoTable() {
        assertThat(Scs.faults(new byte[0]))
                .singleElement()
                .asString()
                .startsWith("answers:1:1: the file is empty");
        assertThat(Scs.faults(utf8("\uFEFF\n \n")))
                .singleElement()
                .asString()
                .contains("the file is empty");
        assertThat(Scs.faults(utf8("name,city\na,b")))
                .singleElement()
                .asString()
                .contains("no columns for id and answer");
        assertThat(Scs.faults("id,answer\n".getBytes(StandardCharsets.UTF_16)))
                .singleElement()
                .asString()
                .startsWith("answers:1:");
        byte[] broken = utf8("id,answer\n4-1-3-2,met\nx");
        broken[broken.length - 1] = (byte) 0xFF;
        assertThat(Scs.faults(broken))
                .singleElement()
                .asString()
                .startsWith("answers:3:1: bytes that are neither UTF-8 nor Shift_JIS");
        assertThat(Scs.faults(utf8("id,answer\n4-1-3-2,\"met\n")))
                .singleElement()
                .asString()
                .startsWith("answers:2:1: not valid CSV");
        assertThat(Scs.faults(utf8("id,answer\n".repeat(20_002))))
                .singleElement()
                .asString()
                .contains("20,000 rows");
        assertThat(Scs.faults(new byte[21 * 1024 * 1024]))
                .singleElement()
                .asString()
                .contains("20 MiB");
    }

    @Test
    void aHeadingAloneIsNoAnswerYet() {
        assertThat(Scs.answers(utf8("id,answer,detail\n")).answers().byCriterion()).isEmpty();
    }

    @Test
    void aFileOfTheDraftIsRefusedWithASentenceThatSaysSo() {
        StringBuilder draft = new StringBuilder("id,answer\n");
        Scs.EDITION.criteriaOf("3").forEach(c -> draft.append(c.id()).append(",met\n"));
        draft.append("9-1-1-1,met\n9-1-1-2,met\n");

        assertThat(Scs.faults(utf8(draft.toString())).getFirst())
                .isEqualTo(
                        "answers:1:1: 83 criteria: this looks like a sheet of the draft of December 2025 (83 for ★3, 157 for ★4); edition 2026-03-27 has 81 and 153; its ids may mean other things, so nothing is taken; copy the answers into the current sheet");
    }

    @Test
    void readsAllCriteriaInWellUnderATenthOfASecond() {
        byte[] file = AnswerFiles.csv(Scs.EDITION, "4", Answers.of(Map.of()));
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            long start = System.nanoTime();
            Scs.answers(file);
            best = Math.min(best, System.nanoTime() - start);
        }

        assertThat(best).isLessThan(100_000_000);
    }
}
