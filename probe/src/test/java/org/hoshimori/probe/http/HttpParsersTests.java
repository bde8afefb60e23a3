package org.hoshimori.probe.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Malformed;
import org.junit.jupiter.api.Test;

/// The readers of what web servers send.
class HttpParsersTests {

    private static final Instant NOW = Instant.parse("2026-11-27T00:00:00Z");

    private static HttpAnswer answer(String text) throws Malformed, IOException {
        return HttpReader.parse(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void headersAreKeptInOrderAndDoubledOnesToo() throws Exception {
        HttpAnswer answer =
                answer(
                        "HTTP/1.1 200 OK\nSet-Cookie: a=1\nX: 1\n folded\nSet-Cookie: b=2\nContent-Length: 2\n\nhi!");
        assertThat(answer.all("set-cookie")).containsExactly("a=1", "b=2");
        assertThat(answer.header("x")).contains("1 folded");
        assertThat(answer.text()).isEqualTo("hi");
        assertThat(answer("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n3\nabc\n0\n\n").text())
                .isEqualTo("abc");
    }

    @Test
    void interimAnswersArePassedOverButNotWithoutEnd() throws Exception {
        String interim = "HTTP/1.1 103 Early Hints\nLink: </a.css>\n\n";
        HttpAnswer answer = answer(interim + "HTTP/1.1 102 x\n\nHTTP/1.1 204 No Content\nX: 1\n\n");
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("link")).isEmpty();
        assertThatThrownBy(() -> answer(interim.repeat(10_000))).isInstanceOf(Malformed.class);
    }

    @Property(tries = 300)
    void anyBytesAreAnAnswerOrANamedFault(@ForAll byte[] bytes) {
        try {
            assertThat(HttpReader.parse(bytes).status()).isBetween(200, 999);
        } catch (Malformed | IOException e) {
            assertThat(e.getMessage()).isNotNull();
        }
    }

    @Test
    void severalPoliciesAreIntersectedAndANonceMakesInlineHarmless() {
        assertThat(
                        CspFacts.read(List.of("script-src 'unsafe-inline'"))
                                .flag("unsafe_inline_script"))
                .isTrue();
        assertThat(
                        CspFacts.read(List.of("script-src 'unsafe-inline'", "script-src 'self'"))
                                .flag("unsafe_inline_script"))
                .isFalse();
        assertThat(
                        CspFacts.read(List.of("script-src 'unsafe-inline' 'nonce-YWJjZGVmZ2g='"))
                                .flag("unsafe_inline_script"))
                .isFalse();
        assertThat(CspFacts.read(List.of("default-src https:")).flag("broad_script")).isTrue();
        assertThat(CspFacts.read(List.of("default-src 'none'")).flag("default_none")).isTrue();
        assertThat(CspFacts.read(List.of("upgrade-insecure-requests")).flag("valid")).isFalse();
    }

    @Property(tries = 200)
    void anyPolicyPageCookieOrSecurityTextIsRead(@ForAll String text) {
        assertThat(CspFacts.read(List.of(text)).count("policies", -1)).isNotNegative();
        assertThat(PageFacts.read(text, "a.test", true).get("mixed")).isPresent();
        assertThat(SecurityText.parse(text, NOW).facts().flag("valid")).isFalse();
        assertThat(Directives.parse(text).byName()).isNotNull();
    }

    @Test
    void securityTextIsReadAsRfc9116Says() {
        String good = "Contact: mailto:a@b.test\nExpires: 2027-01-01T00:00:00z\n";
        assertThat(SecurityText.parse(good, NOW).faults()).isEmpty();
        assertThat(
                        SecurityText.parse(
                                        "Contact: a@b.test\nExpires: 2027-01-01T00:00:00Z\n", NOW)
                                .faults())
                .hasSize(1);
        assertThat(SecurityText.parse(good + good, NOW).faults()).contains("more than one expires");
        assertThat(
                        SecurityText.parse(
                                        "Contact: http://b.test\nExpires: 2020-01-01T00:00:00Z\n",
                                        NOW)
                                .faults())
                .contains("expired")
                .hasSize(2);
        String signed =
                "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n"
                        + good
                        + "-----BEGIN PGP SIGNATURE-----\nxyz\n-----END PGP SIGNATURE-----\n";
        assertThat(SecurityText.parse(signed, NOW))
                .satisfies(t -> assertThat(t.signed() && t.faults().isEmpty()).isTrue());
    }

    @Test
    void cookiesAreReadByTheirAttributes() throws Exception {
        Facts facts =
                HeaderFacts.cookies(
                        answer(
                                "HTTP/1.1 200 OK\nSet-Cookie: PHPSESSID=1\nSet-Cookie: theme=x; Secure; SameSite=None\nSet-Cookie: __Host-a=1; Secure; Path=/; Domain=a.test; SameSite=Lax\nContent-Length: 0\n\n"),
                        true);
        assertThat(facts.words("session_without_secure")).containsExactly("PHPSESSID");
        assertThat(facts.words("without_samesite")).containsExactly("PHPSESSID");
        assertThat(facts.words("broken_prefix")).containsExactly("__Host-a");
    }

    @Test
    void hstsIsFitForPreloadOnlyWhenAllConditionsHold() throws Exception {
        assertThat(
                        HeaderFacts.hsts(
                                        answer(
                                                "HTTP/1.1 200 OK\nStrict-Transport-Security: max-age=\"31536000\"; includeSubDomains; preload\nContent-Length: 0\n\n"))
                                .flag("preload_fit"))
                .isTrue();
        assertThat(
                        HeaderFacts.hsts(
                                        answer(
                                                "HTTP/1.1 200 OK\nStrict-Transport-Security: max-age=1; max-age=2\nContent-Length: 0\n\n"))
                                .flag("valid"))
                .isFalse();
    }
}
