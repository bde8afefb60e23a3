package org.hoshimori.probe.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hoshimori.probe.Bundle;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Outcome;
import org.hoshimori.probe.rating.Bundles;
import org.hoshimori.probe.rating.Rating;
import org.hoshimori.probe.rating.Ratings;
import org.junit.jupiter.api.Test;

/// The report for people.
class ReportTests {

    private static final Ratings RATINGS = Ratings.usual();

    private static final Bundle BUNDLE =
            Bundles.of(
                    List.of(
                            Bundles.look(
                                    "mail.spf",
                                    "<script>alert(1)</script>.test",
                                    new Outcome.Absent()),
                            Bundles.look("mail.dmarc", "a.test", new Outcome.Absent()),
                            Bundles.seen(
                                    "tls.suites",
                                    "a.test:443",
                                    Facts.write().put("broken", List.of("x"))),
                            Bundles.seen(
                                    "tls.versions",
                                    "a.test:443",
                                    Facts.write().put("offered", List.of("TLS1.0", "TLS1.2"))),
                            Bundles.look("http.csp", "a.test:443", new Outcome.TimedOut(3))));

    private static String html(Locale locale) {
        return new Report(RATINGS, BUNDLE, locale).html();
    }

    @Test
    void speaksJapaneseAndEnglishAndSaysHowToRepair() {
        assertThat(html(Locale.JAPANESE)).contains("SPFの記録がありません", "直し方", "Microsoft 365");
        assertThat(html(Locale.ENGLISH)).contains("No SPF record", "How to repair", "nginx");
    }

    @Test
    void givesNoGradeWhereNothingWasSeen() {
        Bundle dark =
                Bundles.of(List.of(Bundles.look("mail.spf", "a.test", new Outcome.TimedOut(3))));
        assertThat(new Report(RATINGS, dark, Locale.JAPANESE).html())
                .contains("評価しません")
                .doesNotContain("class=\"badge", "class=\"scale\"");
    }

    @Test
    void putsWhatHoldsTheScoreDownFirstAndSaysSo() {
        assertThat(html(Locale.ENGLISH))
                .containsSubsequence(
                        "nothing lifts the score above 59 points",
                        "At once",
                        "1. Limit ciphers and key exchange",
                        "This month");
    }

    @Test
    void whatOneSettingRepairsStandsTogether() {
        Rating rating = RATINGS.rating(BUNDLE);
        List<Repair> repairs = Repair.of(rating, RATINGS.fixes());
        assertThat(repairs).extracting(Repair::fix).doesNotHaveDuplicates();
        assertThat(repairs.stream().mapToInt(repair -> repair.repaired().size()).sum())
                .isEqualTo(
                        (int)
                                rating.deltas().stream()
                                        .filter(d -> !d.rule().startsWith("cap:"))
                                        .count());
        assertThat(html(Locale.ENGLISH))
                .containsOnlyOnce("Limit the versions of TLS")
                .contains("TLS 1.0 or 1.1 is offered", "No TLS 1.3");
    }

    @Test
    void loadsNothingAndNeverRunsWhatAHostSaid() {
        String html = html(Locale.ENGLISH);
        assertThat(html).doesNotContain("<script").contains("&lt;script&gt;");
        assertThat(html).doesNotContainPattern("(?i)(src|href)\\s*=");
        assertThat(html).contains("default-src 'none'");
    }

    @Property(tries = 100)
    void whateverAHostIsCalledThePageStaysWellFormed(@ForAll String name) throws Exception {
        Bundle bundle =
                Bundles.of(
                        List.of(
                                Bundles.look("mail.spf", "x" + name, new Outcome.Absent()),
                                Bundles.look("http.csp", "y" + name, new Outcome.Refused(name))));
        String xhtml = new Report(RATINGS, bundle, Locale.JAPANESE).print();
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(
                        new java.io.ByteArrayInputStream(
                                xhtml.replace("<!DOCTYPE html>", "")
                                        .getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void isAlsoMadeAsPdfThatCanBeReadAndSearched() throws Exception {
        byte[] pdf = new Report(RATINGS, BUNDLE, Locale.JAPANESE).pdf();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("外からの見え方", "SPFの記録がありません", "直し方");
        }
    }
}
