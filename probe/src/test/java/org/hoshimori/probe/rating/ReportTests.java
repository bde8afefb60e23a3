package org.hoshimori.probe.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hoshimori.probe.Bundle;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Outcome;
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
                            Bundles.look("http.csp", "a.test:443", new Outcome.TimedOut(3))));

    @Test
    void speaksJapaneseAndEnglishAndSaysHowToRepair() {
        assertThat(RATINGS.html(BUNDLE, Locale.JAPANESE))
                .contains("SPFの記録がありません", "直し方", "Microsoft 365");
        assertThat(RATINGS.html(BUNDLE, Locale.ENGLISH))
                .contains("No SPF record", "How to repair", "nginx");
    }

    @Test
    void loadsNothingAndNeverRunsWhatAHostSaid() {
        String html = RATINGS.html(BUNDLE, Locale.ENGLISH);
        assertThat(html).doesNotContain("<script").contains("&lt;script&gt;");
        assertThat(html).doesNotContainPattern("(?i)(src|href)\\s*=");
        assertThat(html).contains("default-src 'none'");
    }

    @Test
    void isWellFormedSoThatPaperCanBeMadeOfIt() throws Exception {
        String xhtml =
                new Report(
                                RATINGS.rating(BUNDLE),
                                RATINGS.criteria(),
                                RATINGS.fixes(),
                                Locale.JAPANESE)
                        .print();
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.newDocumentBuilder()
                .parse(
                        new java.io.ByteArrayInputStream(
                                xhtml.replace("<!DOCTYPE html>", "")
                                        .getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void isAlsoMadeAsPdf() {
        byte[] pdf = RATINGS.pdf(BUNDLE, Locale.JAPANESE);
        assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
    }
}
