package org.hoshimori.rules.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hoshimori.rules.Answer;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.OfficialWording;
import org.hoshimori.rules.Text;
import org.junit.jupiter.api.Test;

class OfficialSheetsTests {
    private static final byte[] SHEET = OfficialSheetFile.bytes();
    private static final Answers ANSWERS =
            Answers.of(
                    Map.of(
                            "1-2-1-1", new Answer(AnswerValue.MET, "=HYPERLINK(\"x\") <規程> & 図"),
                            "4-1-3-2", new Answer(AnswerValue.NOT_APPLICABLE, "クラウドなし\n確認済み"),
                            "7-1-1-1", new Answer(AnswerValue.UNKNOWN)));

    private static OfficialSheet read(byte[] file) {
        return ((OfficialSheet.Reading.Read) OfficialSheets.read("sheet.xlsx", file, Scs.EDITION))
                .sheet();
    }

    private static byte[] fill(byte[] file, Answers answers) {
        return switch (OfficialSheets.fill("sheet.xlsx", file, Scs.EDITION, answers)) {
            case OfficialSheet.Filling.Filled filled -> filled.file();
            case OfficialSheet.Filling.Refused refused ->
                    throw new AssertionError(Scs.english(refused.faults()));
        };
    }

    @Test
    void itsWordingReplacesOurs() {
        OfficialWording wording = read(SHEET).wording();
        Criterion criterion = Scs.EDITION.criterion("4-1-3-2").orElseThrow();

        assertThat(wording.criteria()).hasSize(153);
        assertThat(wording.requirements()).hasSize(43).containsEntry("4-1-3", "公式の要求事項 4-1-3");
        assertThat(wording.text(criterion))
                .isEqualTo(new Text("公式の文 <4-1-3-2> & 漢字", criterion.text().en()));
        assertThat(OfficialWording.of(wording.bytes())).isEqualTo(wording);
    }

    @Test
    void listsWhereItDiffers() {
        List<String> ids =
                new ArrayList<>(Scs.EDITION.criteria().stream().map(Criterion::id).toList());
        ids.set(152, "7-1-1-9");
        byte[] changed = OfficialSheetFile.bytes(ids);
        String xml = Zips.text(changed, "xl/sharedStrings.xml");
        int level = xml.lastIndexOf("<t>4</t>", xml.indexOf("&lt;1-1-1-1>"));
        changed =
                Zips.with(
                        changed,
                        "xl/sharedStrings.xml",
                        xml.substring(0, level) + "<t>3</t>" + xml.substring(level + 8));

        assertThat(read(changed).differences())
                .filteredOn(d -> d.kind() != OfficialSheet.Difference.Kind.WORDING)
                .extracting(OfficialSheet.Difference::kind, OfficialSheet.Difference::id)
                .containsExactly(
                        tuple(OfficialSheet.Difference.Kind.LEVEL, "1-1-1-1"),
                        tuple(OfficialSheet.Difference.Kind.UNKNOWN_ID, "7-1-1-9"),
                        tuple(OfficialSheet.Difference.Kind.MISSING_ID, "7-1-1-2"));
        assertThat(read(SHEET).differences())
                .hasSize(153)
                .allMatch(d -> d.kind() == OfficialSheet.Difference.Kind.WORDING);
    }

    @Test
    void fillingAddsTheColumnsAndLeavesEverythingElseAsItWas() {
        byte[] filled = fill(SHEET, ANSWERS);
        Map<String, byte[]> before = Zips.parts(SHEET);
        Map<String, byte[]> after = Zips.parts(filled);

        assertThat(after.keySet()).containsExactlyElementsOf(before.keySet());
        before.forEach((name, content) -> {
            if (!name.equals(OfficialSheetFile.SHEET)) {
                assertThat(after.get(name)).as(name).isEqualTo(content);
            }
        });
        String xml = Zips.text(filled, OfficialSheetFile.SHEET);
        assertThat(xml)
                .contains(
                        "<c r=\"O2\" s=\"2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">自己評価</t></is></c><c r=\"P2\"")
                .contains("=HYPERLINK(\"x\") &lt;規程&gt; &amp; 図")
                .doesNotContain("<f>");
        String undone =
                xml.replaceAll("<c r=\"[OP]\\d+\" s=\"2\" t=\"inlineStr\">.*?</c>", "")
                        .replace("B1:P158", "B1:N158")
                        .replaceAll("spans=\"2:1[56]\"", "spans=\"2:14\"");
        assertThat(undone.replaceAll("(?s)<c r=\"P71\".*?</c>", ""))
                .isEqualTo(Zips.text(SHEET, OfficialSheetFile.SHEET));
    }

    @Test
    void whatWasFilledInIsReadBack() {
        AnswerFile.Read read = Scs.answers(fill(SHEET, ANSWERS));

        assertThat(read.form()).isEqualTo(AnswerFile.Form.OFFICIAL_SHEET);
        assertThat(read.answers()).isEqualTo(ANSWERS);
    }

    @Test
    void fillingAgainReplacesAndClears() {
        byte[] once = fill(SHEET, ANSWERS);
        Answers less = Answers.of(Map.of("1-2-1-1", new Answer(AnswerValue.PARTIAL, "一部だけ")));

        assertThat(Scs.answers(fill(once, less)).answers()).isEqualTo(less);
        assertThat(Zips.parts(fill(once, ANSWERS)).get(OfficialSheetFile.SHEET))
                .isEqualTo(Zips.parts(once).get(OfficialSheetFile.SHEET));
    }

    @Test
    void readsTheColumnsThatConsultantsAdd() {
        String xml = Zips.text(SHEET, OfficialSheetFile.SHEET);
        String marked =
                xml.replaceFirst(
                                "(<row r=\"2\".*?)</row>",
                                "$1"
                                        + cell("O2", "自己評価")
                                        + cell("P2", "理由")
                                        + cell("Q2", "根拠および実施する事")
                                        + cell("R2", "補足情報")
                                        + "</row>")
                        .replaceFirst(
                                "(<row r=\"71\".*?)</row>",
                                "$1"
                                        + cell("O71", "△")
                                        + cell("P71", "確認中")
                                        + cell("Q71", "設定を見る")
                                        + "</row>");
        byte[] sheet = Zips.with(SHEET, OfficialSheetFile.SHEET, marked);

        Answers answers = Scs.answers(sheet).answers();
        assertThat(answers.byCriterion())
                .containsOnly(entry("4-1-3-2", new Answer(AnswerValue.UNKNOWN, "確認中\n設定を見る")));
        assertThat(Zips.text(fill(sheet, answers), OfficialSheetFile.SHEET)).isEqualTo(marked);
    }

    @Test
    void neverReplacesAFormula() {
        String xml = Zips.text(SHEET, OfficialSheetFile.SHEET);
        String formula =
                xml.replaceFirst("(<row r=\"2\".*?)</row>", "$1" + cell("O2", "自己評価") + "</row>")
                        .replaceFirst(
                                "(<row r=\"6\".*?)</row>",
                                "$1<c r=\"O6\" t=\"str\"><f>A1</f><v>○</v></c></row>");
        byte[] sheet = Zips.with(SHEET, OfficialSheetFile.SHEET, formula);
        Answers answers = Answers.of(Map.of("1-2-1-1", new Answer(AnswerValue.NOT_MET)));

        OfficialSheet.Filling filling =
                OfficialSheets.fill("sheet.xlsx", sheet, Scs.EDITION, answers);
        assertThat(Scs.english(((OfficialSheet.Filling.Refused) filling).faults()))
                .singleElement()
                .asString()
                .startsWith("sheet.xlsx:6:15: cell O6: the cell holds a formula");
    }

    @Test
    void aSheetOfTheDraftIsRefused() {
        List<String> draft =
                new ArrayList<>(Scs.EDITION.criteria().stream().map(Criterion::id).toList());
        draft.addAll(List.of("8-1-1-1", "8-1-1-2", "8-1-1-3", "8-1-1-4"));
        byte[] file = OfficialSheetFile.bytes(draft);

        assertThat(Scs.faults(file))
                .singleElement()
                .asString()
                .contains("157 criteria: this looks like a sheet of the draft of December 2025");
        assertThat(OfficialSheets.read("x", file, Scs.EDITION))
                .isInstanceOf(OfficialSheet.Reading.Refused.class);
        assertThat(OfficialSheets.fill("x", file, Scs.EDITION, ANSWERS))
                .isInstanceOf(OfficialSheet.Filling.Refused.class);
    }

    @Test
    void refusesASheetThatNamesACriterionTwiceOrLacksTheRowToFill() {
        List<String> ids =
                new ArrayList<>(Scs.EDITION.criteria().stream().map(Criterion::id).toList());
        ids.set(10, ids.get(9));

        assertThat(Scs.faults(OfficialSheetFile.bytes(ids)))
                .anyMatch(fault -> fault.contains("stands in row 12 already"));
        byte[] shorter =
                OfficialSheetFile.bytes(
                        Scs.EDITION.criteriaOf("4").subList(0, 40).stream()
                                .map(Criterion::id)
                                .toList());
        OfficialSheet.Filling filling = OfficialSheets.fill("x", shorter, Scs.EDITION, ANSWERS);
        assertThat(Scs.english(((OfficialSheet.Filling.Refused) filling).faults()))
                .contains(
                        "x:2:12: cell L2: the sheet has no row for 7-1-1-1; take a fresh copy of the official sheet, or choose the sheet's level with --level");
    }

    @Test
    void recognisesItByContent() {
        assertThat(OfficialSheets.recognises(SHEET, Scs.EDITION)).isTrue();
        assertThat(
                        OfficialSheets.recognises(
                                AnswerFiles.xlsx(Scs.EDITION, "4", ANSWERS), Scs.EDITION))
                .isFalse();
        assertThat(OfficialSheets.recognises(new byte[10], Scs.EDITION)).isFalse();
    }

    private static String cell(String name, String text) {
        return "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(name, text);
    }
}
