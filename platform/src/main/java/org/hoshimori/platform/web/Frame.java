package org.hoshimori.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.UriComponentsBuilder;

/// What surrounds a page: its language and texts, who visits, the form token and where assets are.
///
/// A controller takes a `Frame` as a parameter and hands it to its template.
public final class Frame {

    /// The scheme is Japanese: its legal days begin and end in Tokyo.
    public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private final HttpServletRequest request;
    private final Language language;
    private final Words words;
    private final Supplier<Optional<Visitor>> asked;
    private @Nullable Optional<Visitor> visitor;
    private final ResourceUrlProvider assets;
    private final boolean demo;

    Frame(
            HttpServletRequest request,
            Language language,
            Words words,
            Supplier<Optional<Visitor>> visitor,
            ResourceUrlProvider assets,
            boolean demo) {
        this.request = request;
        this.language = language;
        this.words = words;
        this.asked = visitor;
        this.assets = assets;
        this.demo = demo;
    }

    public Language language() {
        return language;
    }

    public boolean japanese() {
        return language == Language.JA;
    }

    /// The text of a key in the page's language.
    public String say(String key, Object... arguments) {
        return words.say(language, key, arguments);
    }

    public boolean knows(String key) {
        return words.has(language, key);
    }

    /// Picks one of two texts that data brings along in both languages.
    public String pick(String ja, String en) {
        return japanese() ? ja : en;
    }

    /// Asked for when the frame is drawn: a piece of a page has none.
    public Optional<Visitor> visitor() {
        Optional<Visitor> known = visitor;
        if (known == null) {
            known = asked.get();
            visitor = known;
        }
        return known;
    }

    public boolean demo() {
        return demo;
    }

    public String path() {
        return request.getRequestURI();
    }

    public boolean at(String prefix) {
        return path().equals(prefix) || path().startsWith(prefix + "/");
    }

    /// This page in the other language.
    public String inOtherLanguage() {
        return UriComponentsBuilder.fromPath(path())
                .query(request.getQueryString())
                .replaceQueryParam("lang", japanese() ? "en" : "ja")
                .build()
                .toUriString();
    }

    /// The address of a file under `static/assets`, with its content's hash in the name.
    public String asset(String name) {
        String plain = "/assets/" + name;
        String hashed = assets.getForLookupPath(plain);
        return hashed == null ? plain : hashed;
    }

    /// The token of this page's forms; empty on an error page whose request was refused before the
    /// guard of forms saw it (too large, malformed), which therefore shows no form.
    public String csrf() {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? token.getToken()
                : "";
    }

    /// A sentence that the previous request left for this page, for example "saved".
    public List<String> messages() {
        var input = RequestContextUtils.getInputFlashMap(request);
        return input != null && input.get(Flash.NAME) instanceof String text
                ? List.of(text)
                : List.of();
    }

    /// 2026年11月23日, or 23 November 2026.
    public String day(LocalDate day) {
        return day.format(
                japanese()
                        ? DateTimeFormatter.ofPattern("uuuu年M月d日")
                        : DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH));
    }

    public String day(Instant moment) {
        return day(LocalDate.ofInstant(moment, ZONE));
    }

    /// A moment to the minute, in Tokyo.
    public String moment(Instant moment) {
        return day(moment)
                + " "
                + DateTimeFormatter.ofPattern("HH:mm").withZone(ZONE).format(moment);
    }

    /// The machine's form of a moment, for `<time datetime>`.
    public String iso(Instant moment) {
        return moment.toString();
    }

    public String number(long value) {
        return String.format(language.locale(), "%,d", value);
    }
}
