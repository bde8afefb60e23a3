package org.hoshimori.rules.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hoshimori.rules.Answer;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.Criterion;

/// What we write, we read back to the letter, and no spreadsheet runs it.
class AnswerRoundTripTests {
    @Property(tries = 200)
    void csvGivesTheAnswersBack(@ForAll("answers") Answers answers) {
        assertThat(Scs.answers(AnswerFiles.csv(Scs.EDITION, "4", answers)).answers())
                .isEqualTo(answers);
    }

    @Property(tries = 50)
    void xlsxGivesTheAnswersBack(@ForAll("answers") Answers answers) {
        AnswerFile.Read read = Scs.answers(AnswerFiles.xlsx(Scs.EDITION, "3", answers));

        assertThat(read.answers()).isEqualTo(answers);
        assertThat(read.notices()).isEmpty();
    }

    @Property(tries = 50)
    void theOfficialSheetGivesTheAnswersBack(@ForAll("answers") Answers answers) {
        OfficialSheet.Filling filled =
                OfficialSheets.fill("sheet", OfficialSheetFile.bytes(), Scs.EDITION, answers);

        assertThat(Scs.answers(((OfficialSheet.Filling.Filled) filled).file()).answers())
                .isEqualTo(answers);
    }

    @Property
    void noCellOfTheCsvCanRun(@ForAll("details") String detail) {
        String cell = CellText.toCsv(detail);

        assertThat(cell)
                .doesNotStartWith("=")
                .doesNotStartWith("+")
                .doesNotStartWith("-")
                .doesNotStartWith("@")
                .doesNotStartWith("\t")
                .doesNotStartWith("\r");
        assertThat(CellText.fromCsv(cell)).isEqualTo(detail);
        assertThat(CellText.fromXlsx(CellText.toXlsx(detail))).isEqualTo(detail);
    }

    @Property(tries = 300)
    void aCorruptedWorkbookIsRefusedOrReadButNeverBreaksUs(@ForAll Random random) {
        byte[] file = OfficialSheetFile.bytes();
        for (int i = 0; i < 1 + random.nextInt(20); i++) {
            file[random.nextInt(file.length)] = (byte) random.nextInt();
        }
        if (random.nextBoolean()) {
            file = Arrays.copyOf(file, random.nextInt(file.length));
        }

        assertThat(AnswerFiles.read("x", file, Scs.EDITION)).isNotNull();
        assertThat(OfficialSheets.fill("x", file, Scs.EDITION, Answers.of(Map.of()))).isNotNull();
    }

    @Provide
    Arbitrary<String> details() {
        Arbitrary<String> hostile =
                Arbitraries.of(
                        "=1+1",
                        "'=1",
                        "''+x",
                        "@SUM(A1)",
                        "-1",
                        "\t=cmd|' /C calc'!A0",
                        "\r\n=1",
                        "a\"b,c",
                        "_x000D_",
                        "改行\nあり",
                        "＝1",
                        "𠮷野家",
                        " 前後 ",
                        "\u0001",
                        "");
        return Arbitraries.oneOf(
                hostile,
                Arbitraries.strings()
                        .ofMaxLength(30)
                        .filter(s ->
                                !s.contains("\0")
                                        && StandardCharsets.UTF_8.newEncoder().canEncode(s)));
    }

    @Provide
    Arbitrary<Answers> answers() {
        Arbitrary<String> criterion =
                Arbitraries.of(Scs.EDITION.criteria().stream().map(Criterion::id).toList());
        Arbitrary<Answer> answer =
                Combinators.combine(Arbitraries.of(AnswerValue.values()), details())
                        .as(Answer::new);
        return Arbitraries.maps(criterion, answer).ofMaxSize(30).map(Answers::of);
    }
}
