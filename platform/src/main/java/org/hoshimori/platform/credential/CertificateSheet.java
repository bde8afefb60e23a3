package org.hoshimori.platform.credential;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.hoshimori.log.EntryProof;

/// The sheet that is printed, as XHTML for the renderer.
record CertificateSheet(
        CertificateFacts facts, Credentials.Bundle bundle, Phrases phrases, String language) {

    private static final String STYLE =
            """
            @page { size: A4; margin: 11mm 11mm 12mm 11mm; border: 0.3mm solid #b1862a; padding: 8mm 10mm 5mm 10mm;
                    @bottom-right { content: counter(page) " / " counter(pages); font: 7pt 'BIZ UDPGothic'; color: #5b6577; } }
            body { font-family: 'BIZ UDPGothic'; font-size: 9.2pt; line-height: 1.45; color: #1b2740; margin: 0; }
            table { width: 100%; border-collapse: collapse; }
            td, th { vertical-align: top; text-align: left; padding: 0; font-weight: 400; }
            .top td { font-size: 8.2pt; color: #48546b; }
            .top .number { text-align: right; }
            .top .number b { font-size: 10.4pt; color: #1b2740; letter-spacing: 0.3pt; }
            .stars { text-align: center; font-size: 24pt; letter-spacing: 6pt; color: #b1862a; margin: 6mm 0 0 0; line-height: 1; }
            h1 { text-align: center; font-size: 23pt; font-weight: 700; letter-spacing: 7pt; margin: 3mm 0 1.5mm 0; line-height: 1.25; }
            h1.en { letter-spacing: 0.6pt; font-size: 20pt; }
            .scheme { text-align: center; font-size: 9.8pt; margin: 0 0 6mm 0; color: #33405a; }
            .holder { text-align: center; border-top: 0.3mm solid #b1862a; border-bottom: 0.3mm solid #b1862a; padding: 4mm 0 3.8mm 0; }
            .holder p { margin: 0; }
            .holder .kana { font-size: 8.2pt; color: #5b6577; }
            .holder .name { font-size: 18.5pt; font-weight: 700; line-height: 1.35; }
            .holder .other { font-size: 10.5pt; color: #33405a; }
            .holder .corporate { font-size: 8.6pt; color: #48546b; margin-top: 1mm; }
            .statement { margin: 4.5mm 0 4mm 0; }
            h2 { font-size: 8.4pt; font-weight: 700; color: #7a5a14; margin: 0 0 1mm 0; }
            .scope { background: #f5f6f9; padding: 2.6mm 3.4mm; margin: 0 0 4mm 0; }
            .facts th { width: 35mm; color: #5b6577; font-size: 8.4pt; padding: 1.25mm 0; border-bottom: 0.12mm solid #d8dee8; }
            .facts td { padding: 1.1mm 0; border-bottom: 0.12mm solid #d8dee8; }
            .facts tr { page-break-inside: avoid; }
            .small { font-size: 7.8pt; color: #48546b; }
            .proof { margin-top: 4.5mm; page-break-inside: avoid; }
            .proof td.code { width: 32mm; }
            .proof object { width: 28mm; height: 28mm; }
            .proof td { font-size: 7.6pt; line-height: 1.5; }
            .proof p { margin: 0 0 1mm 0; }
            .hash { font-size: 6.6pt; color: #48546b; word-wrap: break-word; }
            .issuer { margin: 4mm 0 0 0; text-align: right; font-size: 8pt; color: #48546b; page-break-inside: avoid; }
            .issuer b { font-size: 12.5pt; font-weight: 700; color: #1b2740; }
            """;

    String html() {
        var holder = facts.holder();
        var achieved = facts.achieved();
        boolean english = language.equals("en");
        String name =
                english && !holder.englishName().isBlank() ? holder.englishName() : holder.name();
        String other = english ? holder.name() : holder.englishName();
        EntryProof proof = bundle.proof();
        return """
        <!DOCTYPE html>
        <html lang="%s"><head><title>%s</title>
        <meta name="description" content="%s"/><meta name="author" content="%s"/>
        <meta name="subject" content="%s"/>
        <style>%s</style></head><body>
        <table class="top"><tr><td>%s</td><td class="number">%s <b>%s</b></td></tr></table>
        <p class="stars">%s</p>
        <h1 class="%s">%s</h1>
        <p class="scheme">%s</p>
        <div class="holder"><p class="kana">%s</p><p class="name">%s</p>%s<p class="corporate">%s</p></div>
        <p class="statement">%s</p>
        <h2>%s</h2><div class="scope">%s</div>
        <table class="facts">%s%s%s%s</table>
        <table class="proof"><tr><td class="code"><object type="%s" data="%s" title="%s" alt="%s"></object></td><td>%s%s%s%s</td></tr></table>
        <div class="issuer">%s<br/><b>%s</b><br/>%s</div>
        </body></html>
        """
                .formatted(
                        language,
                        text(told("title") + " " + facts.number() + " " + name),
                        text(told("title") + " " + facts.number()),
                        text(issuer()),
                        text(achieved.schemeTitle().in(language)),
                        STYLE,
                        text(told("register", issuer())),
                        text(told("number")),
                        text(facts.number()),
                        stars(),
                        language,
                        text(told("title")),
                        text(
                                told(
                                        "scheme",
                                        achieved.schemeTitle().in(language),
                                        achieved.levelTitle().in(language))),
                        text(english ? "" : holder.kana()),
                        text(name),
                        other.isBlank() || other.equals(name)
                                ? ""
                                : "<p class=\"other\">" + text(other) + "</p>",
                        text(told("corporate", holder.corporateNumber())),
                        text(
                                told(
                                        "statement",
                                        achieved.schemeTitle().in(language),
                                        achieved.edition(),
                                        achieved.levelTitle().in(language),
                                        achieved.assurance().in(language))),
                        text(told("scope")),
                        text(facts.scope().in(language)),
                        row(
                                "valid",
                                text(
                                        told(
                                                "valid.text",
                                                day(facts.validFrom()),
                                                day(facts.validUntil())))),
                        row("edition", edition()),
                        row("expert", expert()),
                        row(
                                "independence",
                                "<span class=\"small\">"
                                        + text(facts.expert().independence().in(language))
                                        + "</span>"),
                        QrDrawer.TYPE,
                        text(address()),
                        text(told("qr")),
                        text(told("qr")),
                        paragraph("", told("verify", address())),
                        paragraph("", told("paper")),
                        paragraph(
                                "",
                                told(
                                        "log",
                                        Long.toString(proof.inclusion().index()),
                                        day(bundle.at().atOffset(Credential.TOKYO).toLocalDate()),
                                        Long.toString(proof.inclusion().size()))),
                        paragraph("hash", proof.checkpoint().head().root().hex()),
                        text(told("issued", day(facts.validFrom()))),
                        text(issuer()),
                        text(told("alone")));
    }

    private String stars() {
        String level = facts.achieved().level();
        // A star per level where the scheme counts in stars; other schemes stand in the heading.
        return facts.achieved().levelTitle().ja().contains("★") && level.matches("[1-5]")
                ? "★".repeat(Integer.parseInt(level))
                : "";
    }

    private String edition() {
        return text(
                        told(
                                "edition.text",
                                facts.achieved().edition(),
                                facts.achieved().levelTitle().in(language)))
                + "<br/><span class=\"hash\">SHA-256 "
                + facts.achieved().editionDigest()
                + "</span>";
    }

    private String expert() {
        var expert = facts.expert();
        return text(
                        told(
                                "expert.text",
                                expert.name(),
                                expert.qualification().in(language),
                                expert.qualificationNumber()))
                + "<br/><span class=\"small\">"
                + text(
                        told(
                                "expert.dates",
                                day(expert.confirmedOn()),
                                day(expert.qualifiedFrom()),
                                expert.qualifiedUntil().isEmpty()
                                        ? ""
                                        : day(LocalDate.parse(expert.qualifiedUntil()))))
                + "</span>";
    }

    private String row(String key, String html) {
        return "<tr><th>" + text(told(key)) + "</th><td>" + html + "</td></tr>";
    }

    private static String paragraph(String kind, String text) {
        return "<p class=\"" + kind + "\">" + text(text) + "</p>";
    }

    private String told(String key, Object... arguments) {
        return phrases.say("credential.pdf." + key, arguments);
    }

    private String issuer() {
        return bundle.issuer().name().in(language);
    }

    private String address() {
        return bundle.issuer().address(facts.number());
    }

    private String day(LocalDate day) {
        return day.format(
                language.equals("en")
                        ? DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH)
                        : DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.JAPANESE));
    }

    /// Text as XML takes it; what XML cannot carry becomes a space.
    private static String text(String plain) {
        var text = new StringBuilder();
        plain.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '&' -> text.append("&amp;");
                        case '<' -> text.append("&lt;");
                        case '>' -> text.append("&gt;");
                        case '"' -> text.append("&quot;");
                        case '\n' -> text.append("<br/>");
                        default -> text.appendCodePoint(isXml(c) ? c : ' ');
                    }
                });
        return text.toString();
    }

    private static boolean isXml(int c) {
        return c >= 0x20 && c <= 0xd7ff || c >= 0xe000 && c <= 0xfffd || c >= 0x10000;
    }
}
