package org.hoshimori.platform.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hoshimori.platform.PlatformTests;
import org.hoshimori.platform.Visit;
import org.hoshimori.platform.web.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

class SignInTests extends PlatformTests {

    @Autowired AccountStore store;
    @Autowired Links links;
    @Autowired Accounts accounts;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void publicPagesGiveStrangersNoSessionAndWriteNothing() {
        long before = sessions();
        var visit = visit();
        visit.get("/");
        visit.get("/sign-in");
        visit.get("/account");
        assertThat(visit.cookies().getCookieStore().getCookies())
                .extracting(java.net.HttpCookie::getName)
                .doesNotContain("session");
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void theFormTokensCookieIsHiddenFromScripts() {
        var response = visit().get("/");
        assertThat(response.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie ->
                        assertThat(cookie)
                                .startsWith("form=")
                                .contains("HttpOnly", "SameSite=Lax"));
    }

    @Test
    void strangersAreSentToTheSignInAndOnToWhatTheyAsked() {
        var refused = visit().get("/account?x=1%2F2");
        assertThat(refused.statusCode()).isEqualTo(302);
        assertThat(refused.headers().firstValue("Location").orElseThrow())
                .endsWith("/sign-in?continueTo=%2Faccount%3Fx%3D1%252F2");
    }

    @Test
    void programsGetAProblemDocument() {
        var refused = visit().get("/api/v1/anything");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/problem+json");
        assertThat(refused.body()).contains("\"status\":401");
    }

    @Test
    void aLinkSignsInOnceAndLeadsOn() {
        var visit = visit();
        visit.get("/sign-in?continueTo=/account");
        visit.post("/sign-in/link", Map.of("email", " Once@Example.JP ", "continueTo", "/account"));
        String path = linkIn(lastLetter("once@example.jp"));

        // A mail scanner opens the link; nothing is used up.
        assertThat(visit().get(path).body()).contains("once@example.jp", "ログインする");
        visit.get(path);
        var entered = visit.post(path, Map.of());
        assertThat(entered.headers().firstValue("Location").orElseThrow())
                .endsWith("/account/passkeys?continueTo=%2Faccount");
        assertThat(visit.get("/account").body()).contains("once@example.jp");

        var again = visit();
        assertThat(again.get(path).statusCode()).isEqualTo(410);
        var replay = again.post(path, Map.of());
        assertThat(replay.statusCode()).isEqualTo(410);
        assertThat(replay.body()).contains("このリンクは使用済みです");
        assertThat(again.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void aLinkEndsAfterTwentyMinutes() {
        var visit = visit();
        visit.post("/sign-in/link", Map.of("email", "late@example.jp"));
        String path = linkIn(lastLetter("late@example.jp"));
        clock.advance(Duration.ofMinutes(19));
        assertThat(visit.get(path).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(2));
        assertThat(visit.post(path, Map.of()).body()).contains("このリンクの期限が切れました");
        assertThat(visit.get("/sign-in/link/nonsense").statusCode()).isEqualTo(410);
    }

    @Test
    void onlyTheHashOfALinkIsKept() {
        visit().post("/sign-in/link", Map.of("email", "hash@example.jp"));
        String path = linkIn(lastLetter("hash@example.jp"));
        String token = path.substring(path.lastIndexOf('/') + 1);
        assertThat(
                        jdbc.sql(
                                        "select count(*) from account.link l where l::text like '%' || :token || '%'")
                                .param("token", token)
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(
                        jdbc.sql(
                                        "select count(*) from event.event_publication where serialized_event like '%' || :token || '%'")
                                .param("token", token)
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void nobodyLearnsWhoHasAnAccount() {
        signedIn("known@example.jp");
        var known = visit().post("/sign-in/link", Map.of("email", "known@example.jp"));
        var unknown = visit().post("/sign-in/link", Map.of("email", "unknown@example.jp"));
        assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
        assertThat(unknown.headers().firstValue("Location"))
                .isEqualTo(known.headers().firstValue("Location"));
        assertThat(lastLetter("unknown@example.jp")).contains("アカウントはまだありません");
        assertThat(lastLetter("known@example.jp")).doesNotContain("まだありません");
    }

    @Test
    void signingUpKeepsTheName() {
        var visit = visit();
        visit.get("/sign-up?lang=en");
        visit.post("/sign-up", Map.of("email", "mori@example.jp", "name", "森\u3000花子\r\nBcc: x"));
        String letter = lastLetter("mori@example.jp");
        assertThat(letter).startsWith("Dear 森 花子 Bcc: x,");
        String path = linkIn(letter);
        visit.post(path, Map.of());
        assertThat(accounts.findByEmail("MORI@example.jp").orElseThrow())
                .returns("森 花子 Bcc: x", Account::name)
                .returns(Language.EN, Account::language);
    }

    @Test
    void badAddressesAreRefusedOnThePage() {
        for (String bad : List.of("nobody", "a@b\r\nBcc: x@y", "a b@example.jp", "<a@b.jp>", "")) {
            var answer = visit().post("/sign-in/link", Map.of("email", bad));
            assertThat(answer.statusCode()).as(bad).isEqualTo(422);
            assertThat(answer.body()).contains("メールアドレスの形を確かめてください");
        }
    }

    @Test
    void linksLeadNowhereElse() {
        for (String away :
                List.of(
                        "https://evil.example/",
                        "//evil.example/",
                        "/\\evil.example",
                        "javascript:alert(1)",
                        "/%0d%0aSet-Cookie:x",
                        "/a b",
                        "\t/x")) {
            LocalPath safe = LocalPath.of(away);
            assertThat(safe.value()).startsWith("/").doesNotContain("evil", "\r", "\n", " ");
        }
        assertThat(LocalPath.of("/companies?q=a%20b&x=1").value())
                .isEqualTo("/companies?q=a%20b&x=1");
        var visit = signedIn("away@example.jp");
        assertThat(
                        visit.get("/sign-in?continueTo=https://evil.example/")
                                .headers()
                                .firstValue("Location"))
                .hasValue(home + "/");
    }

    @Test
    void signingInChangesTheSessionsNumber() {
        var visit = visit();
        visit.get("/sign-in");
        visit.post("/sign-in/passkey/options", Map.of());
        String before = session(visit);
        visit.post("/sign-in/link", Map.of("email", "fixed@example.jp"));
        visit.post(linkIn(lastLetter("fixed@example.jp")), Map.of());
        assertThat(session(visit)).isNotEqualTo(before);
    }

    @Test
    void signingOutEndsTheSession() {
        var visit = signedIn("out@example.jp");
        long before = sessions();
        assertThat(visit.post("/sign-out", Map.of()).statusCode()).isEqualTo(302);
        assertThat(visit.get("/account").statusCode()).isEqualTo(302);
        assertThat(sessions()).isEqualTo(before - 1);
    }

    @Test
    void otherBrowsersCanBeSignedOut() {
        var here = signedIn("two@example.jp");
        var there = signedIn("two@example.jp");
        assertThat(here.get("/account").body()).contains("ほかに1か所でログインしています");
        here.post("/account/sessions/end", Map.of());
        assertThat(there.get("/account").statusCode()).isEqualTo(302);
        assertThat(here.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        var visit = signedIn("forged@example.jp");
        var forged =
                visit.send(
                        HttpRequest.newBuilder(visit.at("/account"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("name=x&language=ja")));
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("このページを開く権限がありません");
    }

    @Test
    void theAccountPageChangesNameAndLanguage() {
        var visit = signedIn("change@example.jp");
        visit.post(
                "/account", Map.of("name", "林 <b>太郎</b>", "nameKana", "はやし たろう", "language", "en"));
        assertThat(visit.get("/account").body())
                .contains("林 &lt;b&gt;太郎&lt;/b&gt;", "はやし たろう", "保存しました。");
        assertThat(accounts.findByEmail("change@example.jp").orElseThrow().language())
                .isEqualTo(Language.EN);
        assertThat(visit.post("/account", Map.of("name", " ", "language", "en")).statusCode())
                .isEqualTo(422);
    }

    @Test
    void lettersAreLimitedPerMailboxAndPerNetwork() {
        var requests =
                new LinkRequests(
                        jdbc,
                        store,
                        links,
                        new AccountSettings(List.of(), 3, 5),
                        events,
                        (Clock) clock);
        for (int i = 0; i < 3; i++) {
            assertThat(ask(requests, "often@example.jp", "2001:db8::" + i)).isTrue();
        }
        assertThat(ask(requests, "often@example.jp", "192.0.2.1")).isFalse();
        // Another address of the same /64 is the same network.
        assertThat(ask(requests, "a@example.jp", "2001:db8::ffff")).isTrue();
        assertThat(ask(requests, "b@example.jp", "2001:db8::fffe")).isTrue();
        assertThat(ask(requests, "c@example.jp", "2001:db8::fffd")).isFalse();
        assertThat(ask(requests, "c@example.jp", "192.0.2.2")).isTrue();
        clock.advance(Duration.ofMinutes(61));
        assertThat(ask(requests, "often@example.jp", "2001:db8::1")).isTrue();
    }

    @Test
    void theOneClickSignInOfTheDemoDoesNotExistHere() {
        var visit = signedIn("click@example.jp");
        var id = accounts.findByEmail("click@example.jp").orElseThrow().id();
        assertThat(visit.post("/demo/sign-in", Map.of("account", id.toString())).statusCode())
                .isEqualTo(404);
        assertThat(visit.get("/mailbox").statusCode()).isEqualTo(404);
    }

    private boolean ask(LinkRequests requests, String email, String from) {
        return Boolean.TRUE.equals(
                transaction.execute(status ->
                        requests.ask(new Email(email), "", Language.JA, LocalPath.HOME, from)));
    }

    private long sessions() {
        return jdbc.sql("select count(*) from account.session").query(Long.class).single();
    }

    private static String session(Visit visit) {
        return visit.cookies().getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("session"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
