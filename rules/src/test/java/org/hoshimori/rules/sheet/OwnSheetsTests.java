package org.hoshimori.rules.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hoshimori.rules.Answer;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.Edition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The schemes' own workbooks, drawn as the facts tell them: filled in, read back, and else
/// untouched.
class OwnSheetsTests {
    static Stream<Arguments> workbooks() {
        return Stream.of(
                Arguments.of(
                        Workbooks.ESSENTIALS,
                        Workbooks.essentials(),
                        List.of("compliant", "more-information", "major", "auto-fail")),
                Arguments.of(
                        Workbooks.EIGHT,
                        Workbooks.eight(),
                        List.of(
                                "effective",
                                "alternate",
                                "ineffective",
                                "not-implemented",
                                "no-visibility",
                                "not-assessed",
                                "not-applicable")),
                Arguments.of(
                        Workbooks.CMMC,
                        Workbooks.requirements(),
                        List.of("met", "not-met", "not-applicable", "temporary-deficiency")),
                Arguments.of(
                        Workbooks.CMMC,
                        Workbooks.objectives(),
                        List.of("met", "not-met", "not-applicable")),
                Arguments.of(
                        Workbooks.CYFUN,
                        Workbooks.cyfun(),
                        List.of("3/4", "1/2", "not-applicable", "5/5")),
                Arguments.of(
                        Workbooks.ACTION,
                        Workbooks.action(),
                        List.of("done", "partly", "not-done", "unknown")),
                Arguments.of(
                        Workbooks.ACTION,
                        Workbooks.marked(),
                        List.of("done", "partly", "not-done", "unknown")));
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void isFilledAndReadBackWithEveryOtherPartAsItWas(
            Edition edition, byte[] file, List<String> words) {
        Answers answers = answers(edition, file, words);
        byte[] filled = fill(edition, file, answers);

        Map<String, byte[]> before = Zips.parts(file);
        Map<String, byte[]> after = Zips.parts(filled);
        assertThat(after.keySet()).containsExactlyElementsOf(before.keySet());
        before.forEach((name, content) -> {
            if (!name.startsWith("xl/worksheets/")) {
                assertThat(after.get(name)).as(name).isEqualTo(content);
            } else {
                // Emptied, the cells are those of the blank sheet again: nothing else was touched.
                assertThat(emptied(after.get(name))).as(name).isEqualTo(emptied(content));
            }
        });
        assertThat(read(edition, filled).answers()).isEqualTo(answers);
        assertThat(read(edition, file).answers().byCriterion()).isEmpty();
        // What already says it stays as it is.
        assertThat(fill(edition, filled, answers)).isEqualTo(filled);
        assertThat(
                        read(edition, fill(edition, filled, Answers.of(Map.of())))
                                .answers()
                                .byCriterion())
                .isEmpty();
    }

    private static String emptied(byte[] xml) {
        return new String(xml, java.nio.charset.StandardCharsets.UTF_8)
                .replaceAll(
                        "(<c r=\"[C-G]\\d+\" s=\"3\")(/>| t=\"inlineStr\".*?</c>|><v>.*?</c>)",
                        "$1/>");
    }

    /// One of the words for every line of the file in turn, every second with a reason.
    private static Answers answers(Edition edition, byte[] file, List<String> words) {
        Map<String, Answer> answers = new HashMap<>();
        List<String> ids = new ArrayList<>();
        try (Workbook workbook = Workbook.open("", file)) {
            OfficialLayout.find(workbook, edition)
                    .forEach(layout -> layout.lines().forEach(line -> ids.add(line.id())));
        } catch (Unreadable e) {
            throw new AssertionError(e);
        }
        assertThat(ids).hasSizeGreaterThan(20).doesNotHaveDuplicates();
        for (int i = 0; i < ids.size(); i++) {
            Answer word =
                    AnswerWords.answer(
                                    words.get(i % words.size()),
                                    edition,
                                    edition.criterion(ids.get(i)))
                            .orElseThrow();
            answers.put(
                    ids.get(i),
                    new Answer(word.value(), word.word(), i % 2 == 0 ? "" : "reason <" + i + ">"));
        }
        return Answers.of(answers);
    }

    private static byte[] fill(Edition edition, byte[] file, Answers answers) {
        return switch (OfficialSheets.fill("own.xlsx", file, edition, answers)) {
            case OfficialSheet.Filling.Filled filled -> filled.file();
            case OfficialSheet.Filling.Refused refused ->
                    throw new AssertionError(Scs.english(refused.faults()));
        };
    }

    private static AnswerFile.Read read(Edition edition, byte[] file) {
        return switch (AnswerFiles.read("own.xlsx", file, edition)) {
            case AnswerFile.Read read -> read;
            case AnswerFile.Refused refused ->
                    throw new AssertionError(Scs.english(refused.faults()));
        };
    }

    @Test
    void maturitiesAreNumbersThatTheFormulasCount() {
        byte[] filled =
                fill(
                        Workbooks.CYFUN,
                        Workbooks.cyfun(),
                        Answers.of(
                                Map.of(
                                        "ID.AM-01.1", new Answer(AnswerValue.MET, "3/4", ""),
                                        "GV.OC-01.1", new Answer(AnswerValue.NOT_APPLICABLE))));
        assertThat(Zips.text(filled, Sketch.part(2)))
                .contains("<v>3</v></c>", "<v>4</v></c>", "<f>AVERAGE(D3:E3)</f>");
        assertThat(Zips.text(filled, Sketch.part(1))).contains(">N/A</t>");
    }

    @Test
    void aFaultInOneOfSeveralSheetsNamesIt() {
        byte[] file = fill(Workbooks.CYFUN, Workbooks.cyfun(), Answers.of(Map.of()));
        String xml = Zips.text(file, Sketch.part(2));
        byte[] wrong =
                Zips.with(
                        file,
                        Sketch.part(2),
                        xml.replace("<c r=\"D3\" s=\"3\"/>", "<c r=\"D3\"><v>9</v></c>")
                                .replace("<c r=\"E3\" s=\"3\"/>", "<c r=\"E3\"><v>2</v></c>"));

        AnswerFile.Refused refused =
                (AnswerFile.Refused) AnswerFiles.read("c.xlsx", wrong, Workbooks.CYFUN);
        assertThat(Scs.english(refused.faults()))
                .singleElement()
                .asString()
                .startsWith("c.xlsx[ID]:3:4: cell D3: \"9/2\" is not an answer");
    }

    @Test
    void oneMaturityOfTwoStaysUnansweredAndIsSaid() {
        String xml = Zips.text(Workbooks.cyfun(), Sketch.part(2));
        byte[] half =
                Zips.with(
                        Workbooks.cyfun(),
                        Sketch.part(2),
                        xml.replace("<c r=\"D3\" s=\"3\"/>", "<c r=\"D3\"><v>4</v></c>"));

        AnswerFile.Read read = read(Workbooks.CYFUN, half);
        assertThat(read.answers().byCriterion()).isEmpty();
        assertThat(read.notices())
                .anyMatch(notice -> notice.message().en().contains("one of its two maturities"));
    }

    @Test
    void twoMarksAreNoAnswer() {
        String xml = Zips.text(Workbooks.marked(), Sketch.part(1));
        byte[] twice =
                Zips.with(
                        Workbooks.marked(),
                        Sketch.part(1),
                        xml.replace("<c r=\"C3\" s=\"3\"/>", "<c r=\"C3\"><v>1</v></c>")
                                .replace("<c r=\"E3\" s=\"3\"/>", "<c r=\"E3\"><v>1</v></c>"));

        AnswerFile.Refused refused =
                (AnswerFile.Refused) AnswerFiles.read("m.xlsx", twice, Workbooks.ACTION);
        assertThat(Scs.english(refused.faults()))
                .containsExactly("m.xlsx:3:3: cell C3: 1 has 2 marks; leave one of them");
    }

    @Test
    void aReasonThatHasNoColumnIsSaid() {
        byte[] file =
                new Sketch()
                        .tab("x")
                        .row("Control ID", "Status")
                        .row("ISM-1807", "Effective")
                        .row("ISM-1808", "")
                        .row("ISM-1698", "")
                        .bytes();
        OfficialSheet.Filling.Filled filled =
                (OfficialSheet.Filling.Filled)
                        OfficialSheets.fill(
                                "x",
                                file,
                                Workbooks.EIGHT,
                                Answers.of(
                                        Map.of(
                                                "ISM-1807",
                                                new Answer(AnswerValue.MET, "effective", "why"))));

        assertThat(filled.notices())
                .extracting(notice -> notice.message().en())
                .containsExactly(
                        "1 details or answers have no column in this sheet and were left out");
    }

    @Test
    void theSheetsOwnChoicesDecideWhichWordIsWritten() {
        byte[] file =
                new Sketch()
                        .tab("語")
                        .row("NOT EFFECTIVE")
                        .row("Alternate")
                        .tab("x")
                        .row("Control ID", "Status")
                        .row("ISM-1807", "")
                        .row("ISM-1808", "")
                        .row("ISM-1698", "")
                        .row("ISM-1699", "")
                        .list("B2", "\"effective, n/a\"")
                        .list("B3:B4", "'語'!$A$1:$A$2")
                        .list("B5", "SomeName")
                        .bytes();
        Answer effective = new Answer(AnswerValue.MET, "effective", "");
        Answer ineffective = new Answer(AnswerValue.NOT_MET, "ineffective", "");
        Answers answers =
                Answers.of(
                        Map.of(
                                "ISM-1807", effective,
                                "ISM-1808", ineffective,
                                "ISM-1698", effective,
                                "ISM-1699", ineffective));
        byte[] filled = fill(Workbooks.EIGHT, file, answers);

        assertThat(Zips.text(filled, Sketch.part(2)))
                .contains(
                        ">effective</t>",
                        ">NOT EFFECTIVE</t>",
                        ">Effective</t>",
                        ">Ineffective</t>");
        assertThat(read(Workbooks.EIGHT, filled).answers()).isEqualTo(answers);
    }

    @Test
    void whoHasTheSheetExplainsItsWords() {
        byte[] file =
                new Sketch()
                        .tab("x")
                        .row("Control ID", "Outcome")
                        .row("ISM-1807", "grün")
                        .row("ISM-1808", "rot")
                        .row("ISM-1698", "")
                        .bytes();
        assertThat(AnswerFiles.read("x", file, Workbooks.EIGHT))
                .isInstanceOf(AnswerFile.Refused.class);

        Edition told =
                Workbooks.EIGHT.with(
                        Workbooks.EIGHT
                                .form()
                                .orElseThrow()
                                .explained("grün", "effective")
                                .explained("rot", "not-implemented"));
        assertThat(read(told, file).answers().byCriterion().get("ISM-1808").word())
                .isEqualTo("not-implemented");
    }
}
