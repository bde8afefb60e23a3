package org.hoshimori.platform.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.platform.evidence.SampleFiles.hex;
import static org.hoshimori.platform.evidence.SampleFiles.text;
import static org.hoshimori.platform.evidence.SampleFiles.zip;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecogniserTests {

    @TempDir private Path folder;

    @Test
    void knowsWhatAFileIsByItsBytes() {
        assertThat(found("a.pdf", SampleFiles.PDF)).isEqualTo("PDF a.pdf");
        assertThat(found("a.png", SampleFiles.PNG)).isEqualTo("PNG a.png");
        assertThat(found("a.jpg", hex("ffd8ffe000104a464946"))).isEqualTo("JPEG a.jpg");
        assertThat(found("a.gif", text("GIF89a....."))).isEqualTo("GIF a.gif");
        assertThat(found("a.webp", text("RIFF1234WEBPVP8 "))).isEqualTo("WEBP a.webp");
        assertThat(found("a.xlsx", SampleFiles.xlsx())).isEqualTo("XLSX a.xlsx");
        assertThat(
                        found(
                                "a.docx",
                                zip(
                                        Map.of(
                                                "[Content_Types].xml", "<Types/>",
                                                "word/document.xml", "<d/>"))))
                .isEqualTo("DOCX a.docx");
        assertThat(
                        found(
                                "a.odt",
                                zip(Map.of("mimetype", "application/vnd.oasis.opendocument.text"))))
                .isEqualTo("ODT a.odt");
        assertThat(found("a.eml", text("From: a@b.example\nSubject: 訓練\n\n本文")))
                .isEqualTo("EML a.eml");
    }

    @Test
    void readsTextInTheEncodingsOfJapan() {
        assertThat(found("a.txt", text("台帳の写し"))).isEqualTo("TEXT a.txt");
        assertThat(found("a.csv", "資産,担当\n髙橋,①".getBytes(Charset.forName("windows-31j"))))
                .isEqualTo("CSV a.csv");
        assertThat(found("a.txt", "台帳".getBytes(StandardCharsets.UTF_16))).isEqualTo("TEXT a.txt");
        assertThat(found("a.log", "台帳".getBytes(Charset.forName("ISO-2022-JP"))))
                .isEqualTo("TEXT a.log");
        assertThat(found("a.txt", hex("0001020304ff"))).isEqualTo("unknown");
    }

    @Test
    void addsTheEndingThatIsMissing() {
        assertThat(found("規程 v1.2", SampleFiles.PDF)).isEqualTo("PDF 規程 v1.2.pdf");
        assertThat(found("README", text("hello"))).isEqualTo("TEXT README.txt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4d5a90000300",
                "7f454c460201",
                "feedfacf",
                "cffaedfe",
                "cafebabe00000041",
                "23212f62696e2f7368",
                "efbbbf2321",
                "4c0000000114020000000000",
                "0061736d01000000"
            })
    void refusesProgramsWhateverTheyAreCalled(String beginning) {
        assertThat(found("harmless.pdf", hex(beginning))).isEqualTo("executable");
        assertThat(found("harmless.txt", hex(beginning))).isEqualTo("executable");
    }

    @ParameterizedTest
    @CsvSource({
        "a.bat,executable",
        "a.ps1,executable",
        "a.js,executable",
        "a.vbs,executable",
        "a.jar,executable",
        "a.LNK,executable",
        "a.hta,executable",
        "a.pdf.exe,executable",
        "a.html,active",
        "a.svg,active",
        "a.xlsm,macro",
        "a.doc,old-office",
        "a.zip,archive"
    })
    void refusesEndingsThatAreRunWhateverIsInside(String name, String reason) {
        assertThat(found(name, text("hello"))).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><p>",
                "  \n<html>",
                "<svg xmlns='x' onload='a()'>",
                "<?xml version='1.0'?><svg/>",
                "<script>alert(1)</script>",
                "<!-- x --><html>",
                "<iframe src=x>"
            })
    void refusesActiveContentThatPosesAsText(String content) {
        assertThat(found("notes.txt", text(content))).isEqualTo("active");
        assertThat(found("notes.txt", text("\uFEFF" + content))).isEqualTo("active");
        assertThat(found("notes.txt", content.getBytes(StandardCharsets.UTF_16)))
                .isEqualTo("active");
    }

    @Test
    void refusesBatchFilesThatPoseAsText() {
        assertThat(found("a.txt", text("@echo off\r\ndel *.*"))).isEqualTo("executable");
    }

    @Test
    void refusesMacrosInEveryForm() {
        assertThat(
                        found(
                                "a.xlsx",
                                zip(
                                        Map.of(
                                                "[Content_Types].xml", "<Types/>",
                                                "xl/workbook.xml", "<w/>",
                                                "xl/vbaProject.bin", "x"))))
                .isEqualTo("macro");
        assertThat(
                        found(
                                "a.xlsx",
                                zip(
                                        Map.of(
                                                "[Content_Types].xml",
                                                "<Override ContentType='application/vnd.ms-excel.sheet.macroEnabled.main+xml'/>",
                                                "xl/workbook.xml",
                                                "<w/>"))))
                .isEqualTo("macro");
        assertThat(
                        found(
                                "a.ods",
                                zip(
                                        Map.of(
                                                "mimetype",
                                                "application/vnd.oasis.opendocument.spreadsheet",
                                                "Basic/Standard/Module1.xml",
                                                "x"))))
                .isEqualTo("macro");
    }

    @Test
    void refusesArchivesAndWhatHidesInThem() {
        assertThat(found("a.xlsx", zip(Map.of("a.exe", "MZ")))).isEqualTo("archive");
        assertThat(found("a.xlsx", zip(Map.of("META-INF/MANIFEST.MF", "x", "A.class", "x"))))
                .isEqualTo("executable");
        assertThat(found("a.xlsx", text("PK\u0003\u0004 broken"))).isEqualTo("unknown");
        assertThat(found("a.xlsx", hex("d0cf11e0a1b11ae10000"))).isEqualTo("old-office");
        assertThat(found("a", hex("377abcaf271c0004"))).isEqualTo("archive");
    }

    @Test
    void refusesMailThatCarriesAProgram() {
        assertThat(
                        found(
                                "a.eml",
                                text(
                                        "From: a@b.example\nContent-Type: application/octet-stream;\n name=\"invoice.exe\"\n\nTVqQ")))
                .isEqualTo("mail");
    }

    @Test
    void refusesNamesAndClaimsThatLie() {
        assertThat(found("a.png", SampleFiles.PDF)).isEqualTo("ending");
        assertThat(found("a.pdf", text("hello"))).isEqualTo("ending");
        assertThat(found("a.pdf", SampleFiles.PDF, "image/png")).isEqualTo("claimed");
        assertThat(found("a.txt", text("hello"), "text/html")).isEqualTo("claimed");
        assertThat(found("a.txt", text("hello"), "application/x-msdownload")).isEqualTo("claimed");
        assertThat(found("a.pdf", SampleFiles.PDF, "application/octet-stream"))
                .isEqualTo("PDF a.pdf");
        assertThat(found("a.csv", text("a,b"), "application/vnd.ms-excel")).isEqualTo("CSV a.csv");
        assertThat(found("a.pdf", SampleFiles.PDF, "application/pdf; name=a.pdf"))
                .isEqualTo("PDF a.pdf");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThat(found("a.pdf", new byte[0])).isEqualTo("empty");
    }

    private String found(String name, byte[] content) {
        return found(name, content, "");
    }

    private String found(String name, byte[] content, String claimed) {
        try {
            Path file = Files.write(folder.resolve("received"), content);
            return switch (Recogniser.of(file, FileName.clean(name), claimed)) {
                case Recognition.Known known -> known.kind() + " " + known.name().value();
                case Recognition.Unfit unfit -> unfit.reason();
            };
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
