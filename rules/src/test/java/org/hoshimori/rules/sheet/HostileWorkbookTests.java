package org.hoshimori.rules.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import org.hoshimori.rules.Answer;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.Answers;
import org.junit.jupiter.api.Test;

class HostileWorkbookTests {
    private static final byte[] HONEST =
            AnswerFiles.xlsx(
                    Scs.EDITION,
                    "3",
                    Answers.of(Map.of("4-1-3-2", new Answer(AnswerValue.MET, "多要素認証"))));
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @Test
    void theHonestOneIsRead() {
        assertThat(Scs.answers(HONEST).form()).isEqualTo(AnswerFile.Form.XLSX);
        assertThat(Scs.answers(HONEST).answers().byCriterion()).containsOnlyKeys("4-1-3-2");
    }

    @Test
    void refusesABrokenZip() {
        assertThat(Scs.faults(Arrays.copyOf(HONEST, HONEST.length / 2)))
                .singleElement()
                .asString()
                .startsWith("answers:1:1: the workbook is broken");
    }

    @Test
    void refusesAnEncryptedWorkbook() {
        byte[] ole2 = new byte[4096];
        System.arraycopy(
                new byte[] {
                    (byte) 0xD0,
                    (byte) 0xCF,
                    0x11,
                    (byte) 0xE0,
                    (byte) 0xA1,
                    (byte) 0xB1,
                    0x1A,
                    (byte) 0xE1
                },
                0,
                ole2,
                0,
                8);

        assertThat(Scs.faults(ole2))
                .singleElement()
                .asString()
                .contains("a workbook with a password, or in the old .xls form");
    }

    @Test
    void refusesMacros() {
        assertThat(Scs.faults(Zips.with(HONEST, "xl/vbaProject.bin", "x")))
                .singleElement()
                .asString()
                .contains("workbooks with macros are refused");
        assertThat(Scs.faults(Zips.with(HONEST, "xl/macrosheets/sheet1.xml", "x")))
                .singleElement()
                .asString()
                .contains("macros");
    }

    @Test
    void refusesAHundredMegabytesOfNothing() {
        byte[] zeros = new byte[100 * 1024 * 1024];
        Arrays.fill(zeros, (byte) ' ');

        assertThat(Scs.faults(Zips.with(HONEST, SHEET, zeros)))
                .singleElement()
                .asString()
                .contains("zip bomb");
        assertThat(Scs.faults(Zips.with(HONEST, "xl/media/image1.png", zeros)))
                .singleElement()
                .asString()
                .contains("zip bomb");
    }

    @Test
    void refusesABombThatLiesAboutItsSize() {
        byte[] spaces = new byte[40 * 1024 * 1024];
        Arrays.fill(spaces, (byte) ' ');
        byte[] bomb = Zips.with(HONEST, SHEET, spaces);
        byte[] size =
                ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(spaces.length).array();
        for (int i = 0; i < bomb.length - 4; i++) {
            if (Arrays.equals(bomb, i, i + 4, size, 0, 4)) {
                bomb[i + 2] = 1;
                bomb[i + 3] = 0;
            }
        }

        assertThat(Scs.faults(bomb)).singleElement().asString().contains("zip bomb");
    }

    @Test
    void refusesDocumentTypesSoThatNoEntityIsEverRead() {
        String xxe =
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>";

        assertThat(Scs.faults(Zips.with(HONEST, SHEET, xxe)))
                .singleElement()
                .asString()
                .contains("document type (DTD)");
        assertThat(Scs.faults(Zips.with(HONEST, "xl/workbook.xml", xxe)))
                .singleElement()
                .asString()
                .contains("document type (DTD)");
        assertThat(Scs.faults(Zips.with(HONEST, "xl/sharedStrings.xml", xxe)))
                .singleElement()
                .asString()
                .contains("document type (DTD)");
    }

    @Test
    void readsTheSavedValueOfAFormulaAndNeverTheFormula() {
        String sheet =
                sheet(
                        "<row><c t=\"str\"><f>HYPERLINK(\"x\")</f><v>4-1-3-2</v></c><c t=\"str\"><f>[1]other!A1</f><v>met</v></c></row>");

        assertThat(Scs.answers(Zips.with(HONEST, SHEET, sheet)).answers().to("4-1-3-2"))
                .contains(new Answer(AnswerValue.MET));
    }

    @Test
    void ignoresLinksToOtherFiles() {
        byte[] linked =
                Zips.with(
                        HONEST,
                        "xl/externalLinks/externalLink1.xml",
                        "<externalLink><externalBook r:id=\"rId1\"/></externalLink>");

        assertThat(Scs.answers(linked).answers().byCriterion()).hasSize(1);
    }

    @Test
    void stopsAtTwentyThousandRows() {
        StringBuilder million = new StringBuilder();
        for (int i = 0; i < 1_000_000; i++) {
            million.append("<row r=\"").append(i + 2).append("\"/>");
        }

        assertThat(Scs.faults(Zips.with(HONEST, SHEET, sheet(million.toString()))))
                .singleElement()
                .asString()
                .containsAnyOf("20,000 rows", "zip bomb");
    }

    @Test
    void refusesCellsFarOutAndStringsThatAreNotThere() {
        assertThat(
                        Scs.faults(
                                Zips.with(
                                        HONEST,
                                        SHEET,
                                        sheet("<row><c r=\"XFD1\"><v>1</v></c></row>"))))
                .singleElement()
                .asString()
                .contains("broken");
        assertThat(
                        Scs.faults(
                                Zips.with(
                                        HONEST,
                                        SHEET,
                                        sheet("<row><c t=\"s\"><v>99999</v></c></row>"))))
                .singleElement()
                .asString()
                .contains("broken");
        assertThat(Scs.faults(Zips.with(HONEST, SHEET, "<worksheet><row>")))
                .singleElement()
                .asString()
                .contains("broken");
    }

    @Test
    void refusesOtherZips() {
        assertThat(Scs.faults(Zips.zip(Map.of("a.txt", new byte[1]))))
                .singleElement()
                .asString()
                .contains("not an XLSX file");
        assertThat(
                        Scs.faults(
                                Zips.zip(
                                        Map.of(
                                                "[Content_Types].xml",
                                                new byte[1],
                                                "word/document.xml",
                                                new byte[1]))))
                .singleElement()
                .asString()
                .contains("not a spreadsheet workbook");
    }

    @Test
    void namesTheCellOfAFault() {
        String sheet =
                sheet(
                                "<row><c r=\"B1\" t=\"str\"><v>4-1-3-2</v></c><c r=\"C1\" t=\"str\"><v>perhaps</v></c></row>")
                        .replace(
                                "<c t=\"inlineStr\"><is><t>id</t></is></c>",
                                "<c r=\"A1\"/><c t=\"inlineStr\"><is><t>id</t></is></c>");

        assertThat(Scs.faults(Zips.with(HONEST, SHEET, sheet)))
                .singleElement()
                .asString()
                .startsWith("answers:2:3: cell C2: \"perhaps\" is not an answer");
    }

    private static String sheet(String rows) {
        return "<worksheet><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>id</t></is></c><c t=\"inlineStr\"><is><t>answer</t></is></c></row>"
                + rows
                + "</sheetData></worksheet>";
    }
}
