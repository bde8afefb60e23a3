package org.hoshimori.platform.account;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What the browser is asked to do with passkeys, in the JSON form of WebAuthn Level 3 (§5.1.8 to
/// §5.1.10).
@Component
class PasskeyOptions {

    /// How long the person has, in milliseconds; also how long a challenge counts.
    static final int TIMEOUT = 300_000;

    private final PublicAddress address;
    private final JsonMapper json;

    PasskeyOptions(PublicAddress address, JsonMapper json) {
        this.address = address;
        this.json = json;
    }

    /// For registering: a passkey that is found without a name, and asks for a finger, face or PIN.
    String creation(Actor actor, byte[] challenge, List<Passkey> known) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("rp", Map.of("id", address.host(), "name", "Hoshimori"));
        options.put(
                "user",
                Map.of(
                        "id", Passkey.encode(handle(actor.id())),
                        "name", actor.email(),
                        "displayName", actor.name()));
        options.put("challenge", Passkey.encode(challenge));
        options.put(
                "pubKeyCredParams",
                List.of(
                        algorithm(CoseKey.ES256),
                        algorithm(CoseKey.EDDSA),
                        algorithm(CoseKey.RS256)));
        options.put("timeout", TIMEOUT);
        options.put("excludeCredentials", known.stream().map(PasskeyOptions::descriptor).toList());
        options.put(
                "authenticatorSelection",
                Map.of(
                        "residentKey", "required",
                        "requireResidentKey", true,
                        "userVerification", "required"));
        options.put("attestation", "none");
        return json.writeValueAsString(options);
    }

    /// For signing in (any passkey of this site) or signing a statement (those of one account).
    String request(byte[] challenge, List<Passkey> allowed) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("challenge", Passkey.encode(challenge));
        options.put("timeout", TIMEOUT);
        options.put("rpId", address.host());
        options.put("allowCredentials", allowed.stream().map(PasskeyOptions::descriptor).toList());
        options.put("userVerification", "required");
        return json.writeValueAsString(options);
    }

    /// The user handle: the account's number, which says nothing about the person (§14.6.1).
    static byte[] handle(AccountId id) {
        return ByteBuffer.allocate(16)
                .putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits())
                .array();
    }

    private static Map<String, Object> algorithm(int number) {
        return Map.of("type", "public-key", "alg", number);
    }

    private static Map<String, Object> descriptor(Passkey passkey) {
        return Map.of("type", "public-key", "id", passkey.id(), "transports", passkey.transports());
    }
}
