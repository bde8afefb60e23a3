package org.hoshimori.rules.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.hoshimori.rules.Answer;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.Carried;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.OfficialWording;
import org.hoshimori.rules.sheet.CheckSheet.Condition;
import org.hoshimori.rules.sheet.OfficialSheet.Difference;
import org.junit.jupiter.api.Test;

/// The user's own check sheet of the motor industry, whose texts, labels and levels are not public.
class CheckSheetTests {
    private static final Edition JAMA = Carried.edition("jama-japia", "2.1");
    private static final byte[] SHEET =
            CheckSheet.bytes(number -> number % 3 == 0 ? "実施済み" : number % 3 == 1 ? "未実施" : "");

    private static OfficialSheet read(byte[] file) {
        return switch (OfficialSheets.read("check.xlsx", file, JAMA)) {
            case OfficialSheet.Reading.Read read -> read.sheet();
            case OfficialSheet.Reading.Refused refused ->
                    throw new AssertionError(Scs.english(refused.faults()));
        };
    }

    @Test
    void itTellsTheWordsTheLevelAndTheLabelOfEveryNumber() {
        OfficialWording wording = read(SHEET).wording();

        assertThat(wording.criteria()).hasSize(153).containsEntry("77", "自社の条件 77\n基準の文");
        for (Condition each : CheckSheet.conditions()) {
            String id = Integer.toString(each.number());
            assertThat(wording.placing().levels())
                    .containsEntry(id, Integer.toString(each.level()));
            assertThat(wording.placing().requirements()).containsEntry(id, "label-" + each.label());
        }
        assertThat(wording.requirements()).containsEntry("label-24", "求め24");
        assertThat(OfficialWording.of(wording.bytes())).isEqualTo(wording);
        assertThat(read(SHEET).differences()).isEmpty();
    }

    @Test
    void itsAnswersAreReadWithThePlacing() {
        AnswerFile.Read read = (AnswerFile.Read) AnswerFiles.read("check.xlsx", SHEET, JAMA);

        assertThat(read.form()).isEqualTo(AnswerFile.Form.OFFICIAL_SHEET);
        assertThat(read.answers().byCriterion())
                .hasSize(102)
                .contains(
                        entry("3", new Answer(AnswerValue.MET, "done", "")),
                        entry("4", new Answer(AnswerValue.NOT_MET, "not", "")));
        assertThat(read.placing()).isEqualTo(read(SHEET).wording().placing());
        assertThat(read.notices())
                .extracting(notice -> notice.message().en())
                .containsExactly("columns that are not read: 名称, 目的, 集計");
    }

    @Test
    void thePlacedEditionAsksWhatTheSheetSaysAndShowsNoWordOfIt() {
        Edition placed = JAMA.placed(read(SHEET).wording().placing());

        assertThat(placed.criteriaOf("1")).hasSize(50);
        assertThat(placed.criteriaOf("2")).hasSize(124);
        assertThat(placed.criteriaOf("3")).hasSize(153);
        assertThat(placed.requirements()).hasSize(24).noneMatch(r -> r.id().startsWith("level-"));
        assertThat(placed.categories()).extracting(c -> c.id()).doesNotContain("unplaced");
        assertThat(placed.requirement("label-17").orElseThrow().level()).isEqualTo("2");
        Criterion last = placed.criterion("153").orElseThrow();
        assertThat(last.requirement()).isEqualTo("label-24");
        assertThat(last.text().ja()).isEqualTo("No.153: ラベル「バックアップ・復元」の達成条件");
        assertThat(placed.rule()).startsWith(JAMA.rule() + ";placed@sha256:");
        assertThat(placed.published()).isEqualTo(JAMA);
        assertThat(placed.published().criteria()).isEqualTo(JAMA.criteria());
        assertThat(placed.criteria().toString()).doesNotContain("自社の条件");
    }

    @Test
    void everyDifferenceToThePublicCountsIsSaidAndNothingRefused() {
        List<Condition> other =
                CheckSheet.conditions().stream()
                        .filter(each -> each.number() != 153)
                        .map(each ->
                                each.number() == 1
                                        ? new Condition(1, 2, 1)
                                        : each.number() == 2 ? new Condition(154, 1, 1) : each)
                        .toList();

        assertThat(read(CheckSheet.bytes(other, _ -> "")).differences())
                .extracting(Difference::kind, Difference::id, Difference::ours, Difference::theirs)
                .startsWith(
                        tuple(Difference.Kind.UNKNOWN_ID, "154", "", "自社の条件 154\n基準の文"),
                        tuple(Difference.Kind.COUNT, "1", "50", "48"),
                        tuple(Difference.Kind.COUNT, "2", "124", "123"),
                        tuple(Difference.Kind.COUNT, "3", "153", "151"),
                        tuple(Difference.Kind.COUNT, "label-1", "2", "0"))
                .last()
                .isEqualTo(
                        tuple(
                                Difference.Kind.MISSING_ID,
                                "153",
                                JAMA.criterion("153").orElseThrow().text().ja(),
                                ""));
    }

    @Test
    void fillingTouchesTheAnswersOnlyAndIsReadBack() {
        Answers answers =
                Answers.of(
                        Map.of(
                                "1", new Answer(AnswerValue.MET, "done", "手順書あり"),
                                "153", new Answer(AnswerValue.PARTIAL, "partly", ""),
                                "3", new Answer(AnswerValue.MET, "done", "")));
        OfficialSheet.Filling.Filled filled =
                (OfficialSheet.Filling.Filled)
                        OfficialSheets.fill("check.xlsx", SHEET, JAMA, answers);

        Map<String, byte[]> before = Zips.parts(SHEET);
        Map<String, byte[]> after = Zips.parts(filled.file());
        assertThat(after.keySet()).containsExactlyElementsOf(before.keySet());
        before.forEach((name, content) -> {
            if (!name.equals(Sketch.part(2))) {
                assertThat(after.get(name)).as(name).isEqualTo(content);
            }
        });
        assertThat(((AnswerFile.Read) AnswerFiles.read("x", filled.file(), JAMA)).answers())
                .isEqualTo(answers);
        assertThat(filled.notices()).isEmpty();
        // What meant the answer already stays as its author wrote it, and no formula changed.
        String xml = Zips.text(filled.file(), Sketch.part(2));
        assertThat(xml).contains("<t>実施済み</t>");
        assertThat(xml.replaceAll("<c r=\"[IJ]\\d+\".*?(/>|</c>)", ""))
                .isEqualTo(
                        Zips.text(SHEET, Sketch.part(2))
                                .replaceAll("<c r=\"[IJ]\\d+\".*?(/>|</c>)", ""));
    }

    @Test
    void anAnswerToANumberThatIsNotKnownIsSaid() {
        byte[] file =
                CheckSheet.bytes(
                        List.of(
                                new Condition(1, 1, 1),
                                new Condition(2, 1, 1),
                                new Condition(3, 1, 2),
                                new Condition(200, 1, 2)),
                        _ -> "実施済");

        AnswerFile.Read read = (AnswerFile.Read) AnswerFiles.read("x", file, JAMA);
        assertThat(read.answers().byCriterion()).containsOnlyKeys("1", "2", "3");
        assertThat(read.notices())
                .anyMatch(notice ->
                        notice.message().en().contains("this edition has no 200: its answer"));
    }

    /// Whatever stands in the cells and however they are merged, reading ends with answers or with
    /// faults, and filling changes no more than it says.
    @Property(tries = 60)
    void noTableMakesItStumble(
            @ForAll @Size(max = 12) List<@Size(max = 6) List<@From("cells") String>> rows,
            @ForAll @Size(max = 4) List<@From("areas") String> areas) {
        Sketch sketch = new Sketch().tab("x").row("No.", "ラベル", "レベル", "達成条件", "評価結果");
        rows.forEach(cells -> sketch.row(cells.toArray(String[]::new)));
        areas.forEach(sketch::merge);
        byte[] file = sketch.bytes();

        assertThat(AnswerFiles.read("x", file, JAMA)).isNotNull();
        assertThat(OfficialSheets.read("x", file, JAMA)).isNotNull();
        OfficialSheets.whose(file, List.of(JAMA, Scs.EDITION));
        Answers answers = Answers.of(Map.of("1", new Answer(AnswerValue.MET, "done", "a")));
        boolean readable = AnswerFiles.read("x", file, JAMA) instanceof AnswerFile.Read;
        if (OfficialSheets.fill("x", file, JAMA, answers)
                        instanceof OfficialSheet.Filling.Filled filled
                && readable) {
            assertThat(((AnswerFile.Read) AnswerFiles.read("x", filled.file(), JAMA)).answers())
                    .isEqualTo(answers);
        }
    }

    @Provide
    Arbitrary<String> cells() {
        return Arbitraries.of(
                "", "1", "２", "3", "4", "154", "No.5", "1. 共通", "Lv1", "レベル９", "方針", "ラベル24", "実施済",
                "一部実施", "=A1", "評価結果", "達成条件", "A < B", "x");
    }

    @Provide
    Arbitrary<String> areas() {
        return Arbitraries.of("A2:A4", "A1:E1", "B2:B9", "E3:E5", "A5:A3", "A2:E9", "C1:C2");
    }

    @Test
    void aSheetWithoutAKnownColumnSaysWhatItHasAndHowToNameIt() {
        byte[] strange =
                new Sketch()
                        .tab("表")
                        .row("ならび", "できばえ", "ひとこと")
                        .row("1", "実施済", "あ")
                        .row("2", "未実施", "")
                        .row("3", "実施済", "い")
                        .bytes();
        AnswerFile.Refused refused = (AnswerFile.Refused) AnswerFiles.read("s.xlsx", strange, JAMA);

        assertThat(Scs.english(refused.faults()))
                .containsExactly(
                        "s.xlsx:1:1: no columns for id and answer; the columns found were: \"ならび\", \"できばえ\", \"ひとこと\"; name them by heading or letter with --column id=… --column answer=…, or make the first line the heading id,answer,detail");

        Edition named =
                JAMA.with(
                        JAMA.form()
                                .orElseThrow()
                                .with(org.hoshimori.rules.SheetForm.Role.ID, "ならび")
                                .with(org.hoshimori.rules.SheetForm.Role.ANSWER, "B")
                                .with(org.hoshimori.rules.SheetForm.Role.DETAIL, "ひとこと"));
        assertThat(((AnswerFile.Read) AnswerFiles.read("s.xlsx", strange, named)).answers())
                .isEqualTo(
                        Answers.of(
                                Map.of(
                                        "1", new Answer(AnswerValue.MET, "done", "あ"),
                                        "2", new Answer(AnswerValue.NOT_MET, "not", ""),
                                        "3", new Answer(AnswerValue.MET, "done", "い"))));
    }
}
