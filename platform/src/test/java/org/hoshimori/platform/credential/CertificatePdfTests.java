package org.hoshimori.platform.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class CertificatePdfTests {

    private static final Specimen SPECIMEN = new Specimen();

    @Test
    void saysEverythingOnOnePageInBothLanguages() throws IOException {
        try (PDDocument japanese = Loader.loadPDF(SPECIMEN.pdf("ja"));
                PDDocument english = Loader.loadPDF(SPECIMEN.pdf("en"))) {
            assertThat(japanese.getNumberOfPages()).isEqualTo(1);
            assertThat(english.getNumberOfPages()).isEqualTo(1);
            assertThat(text(japanese))
                    .contains(
                            Specimen.NUMBER,
                            "株式会社 三河髙﨑精機",
                            "7000012050002",
                            "2026年11月23日",
                            "2027年11月22日",
                            "第二工場",
                            "森川 葵",
                            "2026-03-27",
                            "星守 登録簿運営（デモ）");
            assertThat(text(english))
                    .contains(
                            Specimen.NUMBER,
                            "Mikawa Takasaki Precision Co., Ltd.",
                            "22 November 2027",
                            "Registered Information Security Specialist");
        }
    }

    @Test
    void bringsItsFontsAndItsLanguage() throws IOException {
        try (PDDocument document = Loader.loadPDF(SPECIMEN.pdf("ja"))) {
            int fonts = 0;
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    fonts++;
                }
            }
            assertThat(fonts).isPositive();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("ja");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
        }
    }

    @Test
    void itsQrCodeLeadsToThePublicPage() throws Exception {
        try (PDDocument document = Loader.loadPDF(SPECIMEN.pdf("ja"))) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 150);
            int[] pixels =
                    page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            var source = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
            assertThat(
                            new QRCodeReader()
                                    .decode(new BinaryBitmap(new HybridBinarizer(source)))
                                    .getText())
                    .isEqualTo("http://localhost:8080/certificates/" + Specimen.NUMBER);
        }
    }

    @Test
    void aLongScopeFlowsToFurtherPages() throws IOException {
        var wide = new Specimen((Specimen.SCOPE + "<b>&amp;</b>\u0001\n").repeat(40));
        byte[] pdf = wide.pdf("ja");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            assertThat(text(document)).contains("<b>&amp;</b>", "星守 登録簿運営（デモ）");
        }
        assertThat(wide.verdict(pdf)).isEqualTo("genuine");
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document);
    }
}
