package org.hoshimori.platform.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hoshimori.platform.trail.Happening;
import org.hoshimori.platform.trail.Trail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A person signs a statement with a passkey: a WebAuthn assertion whose challenge is the
/// statement's SHA-256, so that the authenticator's signature covers the statement itself.
///
/// A page signs with `<form data-passkey-sign="/where/the/options/are">`, a hidden field
/// `credential` and `@template.account.passkey(frame = frame)`; the options are served by GET as
/// `application/json`.
@Component
public class Signatures {

    /// What became of a signature.
    public sealed interface Outcome {

        record Signed(Signature signature) implements Outcome {}

        /// @param reasonKey the text that says why, for `Frame.say`
        record Refused(String reasonKey) implements Outcome {}
    }

    /// A signature that stands by itself: with the statement's bytes it can be verified for ever,
    /// offline.
    ///
    /// @param by whose passkey it was
    /// @param at when it was accepted
    /// @param credentialId the passkey, base64url
    /// @param publicKeyCose its public key (RFC 9052)
    /// @param authenticatorData what the authenticator says of itself (WebAuthn §6.1)
    /// @param clientDataJson what the browser says: the challenge and the site
    /// @param signature over `authenticatorData` and the SHA-256 of `clientDataJson`
    public record Signature(
            AccountId by,
            Instant at,
            String credentialId,
            byte[] publicKeyCose,
            byte[] authenticatorData,
            byte[] clientDataJson,
            byte[] signature) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Signature that
                    && by.equals(that.by)
                    && at.equals(that.at)
                    && credentialId.equals(that.credentialId)
                    && Arrays.equals(publicKeyCose, that.publicKeyCose)
                    && Arrays.equals(authenticatorData, that.authenticatorData)
                    && Arrays.equals(clientDataJson, that.clientDataJson)
                    && Arrays.equals(signature, that.signature);
        }

        @Override
        public int hashCode() {
            return Objects.hash(by, at, credentialId, Arrays.hashCode(signature));
        }
    }

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PRESENT_AND_VERIFIED = 0x05;

    private final Ceremonies ceremonies;
    private final PasskeyOptions options;
    private final PasskeyStore store;
    private final Trail trail;
    private final Clock clock;

    Signatures(
            Ceremonies ceremonies,
            PasskeyOptions options,
            PasskeyStore store,
            Trail trail,
            Clock clock) {
        this.ceremonies = ceremonies;
        this.options = options;
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    /// Begins: what the browser needs to sign the statement, as JSON
    /// (PublicKeyCredentialRequestOptionsJSON). Nothing is stored.
    @Transactional(readOnly = true)
    public String options(Actor actor, byte[] statement) {
        return options.request(Sha256.of(statement), store.of(actor.id()));
    }

    /// Accepts what the browser sent, in the caller's transaction.
    ///
    /// @param statement the same bytes as for `options`: compute them again, do not take them from
    ///   the request
    /// @param credentialJson the form's field `credential`
    @Transactional
    public Outcome check(Actor actor, byte[] statement, String credentialJson) {
        byte[] challenge = Sha256.of(statement);
        List<Passkey> own = store.of(actor.id());
        if (own.isEmpty()) {
            return new Outcome.Refused("account.sign.refused.none");
        }
        return switch (ceremonies.check(Optional.of(actor.id()), challenge, credentialJson)) {
            case Ceremonies.Assertion.Bad(Ceremonies.Fault fault) -> refused(fault);
            case Ceremonies.Assertion.Good good -> accept(actor, challenge, good);
        };
    }

    private Outcome accept(Actor actor, byte[] challenge, Ceremonies.Assertion.Good good) {
        Passkey passkey = good.passkey();
        var signature =
                new Signature(
                        actor.id(),
                        clock.instant(),
                        passkey.id(),
                        passkey.publicKey(),
                        good.authenticatorData(),
                        good.clientData(),
                        good.signature());
        byte[] assertion =
                Sha256.of(
                        signature.authenticatorData(),
                        signature.clientDataJson(),
                        signature.signature());
        if (!store.signed(
                assertion, actor.id(), passkey.credentialId(), challenge, signature.at())) {
            return refused(Ceremonies.Fault.REPLAYED);
        }
        trail.write(
                new Happening(
                        Optional.of(actor.id().value()),
                        "account.signed",
                        "account:" + actor.id(),
                        Optional.empty(),
                        Map.of(
                                "passkey", passkey.id(),
                                "statement", java.util.HexFormat.of().formatHex(challenge))));
        return new Outcome.Signed(signature);
    }

    private static Outcome refused(Ceremonies.Fault fault) {
        return new Outcome.Refused("account.sign.refused." + fault.name().toLowerCase(Locale.ROOT));
    }

    /// Verifies with the JDK alone, without database or network: the statement is what was signed,
    /// the person was present and verified, and the key's signature holds. Whose key it is, the
    /// record that carries the signature must say.
    public static boolean verifies(byte[] statement, Signature signature) {
        try {
            JsonNode client = JSON.readTree(signature.clientDataJson());
            byte[] authenticator = signature.authenticatorData();
            return "webauthn.get".equals(client.path("type").asString(""))
                    && Passkey.encode(Sha256.of(statement))
                            .equals(client.path("challenge").asString(""))
                    && authenticator.length >= 37
                    && (authenticator[32] & PRESENT_AND_VERIFIED) == PRESENT_AND_VERIFIED
                    && CoseKey.read(signature.publicKeyCose())
                            .verifies(
                                    concat(authenticator, Sha256.of(signature.clientDataJson())),
                                    signature.signature());
        } catch (JacksonException | IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
