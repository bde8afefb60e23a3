package org.hoshimori.platform.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.platform.PlatformTests;
import org.hoshimori.platform.account.Signatures.Outcome;
import org.hoshimori.platform.account.Signatures.Signature;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PasskeyTests extends PlatformTests {

    private static final byte[] STATEMENT = "この自己評価は正しい".getBytes(StandardCharsets.UTF_8);

    @Autowired Accounts accounts;
    @Autowired Signatures signatures;

    @Test
    void aPasskeySignsInWithoutAName() {
        SoftAuthenticator key = passkey(signedIn("finger@example.jp"));
        var visit = visit();
        visit.get("/sign-in");
        String options = visit.post("/sign-in/passkey/options", Map.of()).body();
        assertThat(options)
                .contains("\"userVerification\":\"required\"", "\"allowCredentials\":[]");
        String answer = key.get(options);
        var entered =
                visit.post(
                        "/sign-in/passkey", Map.of("credential", answer, "continueTo", "/account"));
        assertThat(entered.headers().firstValue("Location")).hasValue(home + "/account");
        assertThat(visit.get("/account").body()).contains("finger@example.jp");

        var thief = visit();
        thief.get("/sign-in");
        thief.post("/sign-in/passkey/options", Map.of());
        assertThat(thief.post("/sign-in/passkey", Map.of("credential", answer)).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aChallengeCountsOnce() {
        SoftAuthenticator key = passkey(signedIn("twice@example.jp"));
        var visit = visit();
        String options = visit.post("/sign-in/passkey/options", Map.of()).body();
        visit.post("/sign-in/passkey", Map.of("credential", "{}"));
        var late = visit.post("/sign-in/passkey", Map.of("credential", key.get(options)));
        assertThat(late.statusCode()).isEqualTo(403);
        assertThat(late.body()).contains("時間が経ちすぎました");
    }

    @Test
    void nonsenseIsRefusedNotBroken() {
        for (String nonsense :
                new String[] {
                    "",
                    "{}",
                    "[]",
                    "null",
                    "{\"id\":1}",
                    "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}",
                    "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"clientExtensionResults\":{},\"response\":{\"clientDataJSON\":\"AA\",\"authenticatorData\":\"AA\",\"signature\":\"AA\"}}"
                }) {
            var visit = visit();
            visit.post("/sign-in/passkey/options", Map.of());
            assertThat(visit.post("/sign-in/passkey", Map.of("credential", nonsense)).statusCode())
                    .as(nonsense)
                    .isEqualTo(403);
            var person = signedIn("nonsense@example.jp");
            person.post("/account/passkeys/options", Map.of());
            assertThat(
                            person.post("/account/passkeys", Map.of("credential", nonsense))
                                    .statusCode())
                    .as(nonsense)
                    .isEqualTo(422);
        }
    }

    @Test
    void passkeysAreListedRenamedAndRemovedByTheirOwnerOnly() {
        var owner = signedIn("owner@example.jp");
        passkey(owner);
        String page = owner.get("/account").body();
        String id = page.split("/account/passkeys/")[1].split("/")[0];

        var stranger = signedIn("stranger@example.jp");
        assertThat(stranger.post("/account/passkeys/" + id + "/remove", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(
                        stranger.post("/account/passkeys/" + id + "/name", Map.of("label", "x"))
                                .statusCode())
                .isEqualTo(404);

        owner.post("/account/passkeys/" + id + "/name", Map.of("label", "金庫の鍵"));
        assertThat(owner.get("/account").body()).contains("金庫の鍵");
        owner.post("/account/passkeys/" + id + "/remove", Map.of());
        assertThat(owner.get("/account").body()).contains("まだ登録されていません");
    }

    @Test
    void aSignatureStandsByItselfAndCoversTheStatement() {
        SoftAuthenticator key = passkey(signedIn("signer@example.jp"));
        Actor actor = actor("signer@example.jp");
        Signature signature = signed(actor, key);

        assertThat(signature.by()).isEqualTo(actor.id());
        assertThat(Signatures.verifies(STATEMENT, signature)).isTrue();
        assertThat(Signatures.verifies("この自己評価は正しい。".getBytes(StandardCharsets.UTF_8), signature))
                .isFalse();
        for (byte[] part :
                new byte[][] {
                    signature.authenticatorData(),
                    signature.clientDataJson(),
                    signature.signature(),
                    signature.publicKeyCose()
                }) {
            for (int at = 0; at < part.length; at++) {
                part[at] ^= 1;
                assertThat(Signatures.verifies(STATEMENT, signature)).as("byte " + at).isFalse();
                part[at] ^= 1;
            }
        }
        assertThat(Signatures.verifies(STATEMENT, signature)).isTrue();
    }

    @Test
    void theSameSignatureIsAcceptedOnce() {
        SoftAuthenticator key = passkey(signedIn("replay@example.jp"));
        Actor actor = actor("replay@example.jp");
        String answer = key.get(signatures.options(actor, STATEMENT));
        assertThat(signatures.check(actor, STATEMENT, answer)).isInstanceOf(Outcome.Signed.class);
        // This key counts, so the counter catches it first.
        assertThat(signatures.check(actor, STATEMENT, answer))
                .isEqualTo(new Outcome.Refused("account.sign.refused.counter"));
    }

    @Test
    void anotherStatementsSignatureIsRefused() {
        SoftAuthenticator key = passkey(signedIn("other@example.jp"));
        Actor actor = actor("other@example.jp");
        String answer = key.get(signatures.options(actor, new byte[] {1}));
        assertThat(signatures.check(actor, STATEMENT, answer))
                .isEqualTo(new Outcome.Refused("account.sign.refused.challenge"));
    }

    @Test
    void anotherPersonsPasskeyIsRefused() {
        SoftAuthenticator theirs = passkey(signedIn("theirs@example.jp"));
        passkey(signedIn("mine@example.jp"));
        Actor actor = actor("mine@example.jp");
        assertThat(
                        signatures.check(
                                actor, STATEMENT, theirs.get(signatures.options(actor, STATEMENT))))
                .isEqualTo(new Outcome.Refused("account.sign.refused.foreign"));
    }

    @Test
    void anotherSitesAnswerIsRefused() {
        var visit = signedIn("phished@example.jp");
        var phisher = SoftAuthenticator.on("http://localhost:1");
        String options = visit.post("/account/passkeys/options", Map.of()).body();
        var refused =
                visit.post("/account/passkeys", Map.of("credential", phisher.create(options)));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("別のサイトで作られた応答です");
    }

    @Test
    void thePersonMustBeVerified() {
        var visit = signedIn("careless@example.jp");
        String options = visit.post("/account/passkeys/options", Map.of()).body();
        var refused =
                visit.post(
                        "/account/passkeys",
                        Map.of("credential", SoftAuthenticator.careless(home).create(options)));
        assertThat(refused.body()).contains("本人確認が行われませんでした");
    }

    @Test
    void signingNeedsAPasskeyAndARemovedOneCountsNoMore() {
        var visit = signedIn("removed@example.jp");
        Actor actor = actor("removed@example.jp");
        assertThat(signatures.check(actor, STATEMENT, "{}"))
                .isEqualTo(new Outcome.Refused("account.sign.refused.none"));
        SoftAuthenticator key = passkey(visit);
        passkey(visit);
        Signature before = signed(actor, key);
        visit.post("/account/passkeys/" + before.credentialId() + "/remove", Map.of());
        assertThat(
                        signatures.check(
                                actor, STATEMENT, key.get(signatures.options(actor, STATEMENT))))
                .isEqualTo(new Outcome.Refused("account.sign.refused.foreign"));
        assertThat(Signatures.verifies(STATEMENT, before)).isTrue();
    }

    private Signature signed(Actor actor, SoftAuthenticator key) {
        Outcome outcome =
                signatures.check(actor, STATEMENT, key.get(signatures.options(actor, STATEMENT)));
        assertThat(outcome).isInstanceOf(Outcome.Signed.class);
        return ((Outcome.Signed) outcome).signature();
    }

    private Actor actor(String email) {
        Optional<Account> account = accounts.findByEmail(email);
        return account.orElseThrow().actor();
    }
}
