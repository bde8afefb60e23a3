package org.hoshimori.platform.credential;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.log.Parsed;
import org.hoshimori.log.VerifierKey;
import tools.jackson.databind.JsonNode;

/// Who issues certificates, as a stranger must know it to verify them: the keys of its credentials
/// and of its log.
///
/// @param id address of this very document, `https://…/.well-known/hoshimori-issuer.json`
/// @param name of the operator
/// @param home what the addresses of certificates, status lists and the register begin with
/// @param keys public keys (P-256); more than one after a change of keys
/// @param log the log's verifier key (C2SP vkey)
public record Issuer(String id, Wording name, String home, List<ECKey> keys, VerifierKey log) {

    private static final String FORMAT = "hoshimori-issuer@1";
    public static final String PATH = "/.well-known/hoshimori-issuer.json";

    public Issuer {
        keys = keys.stream().map(ECKey::toPublicJWK).toList();
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("an issuer has a key");
        }
    }

    /// @param home address of the platform, without a slash at the end
    public static Issuer of(String home, Wording name, IssuerKey key, VerifierKey log) {
        return new Issuer(home + PATH, name, home, List.of(key.publicKey()), log);
    }

    /// What reading an issuer document came to.
    public sealed interface Reading {
        record Read(Issuer issuer) implements Reading {}

        /// @param why in English, one line
        record Malformed(String why) implements Reading {}
    }

    public static Reading parse(String json) {
        try {
            JsonNode node = Json.read(json);
            if (!Json.text(node, "format").equals(FORMAT)) {
                throw new Unreadable("not a " + FORMAT);
            }
            List<ECKey> keys = new ArrayList<>();
            for (JsonNode key : node.path("jwks").path("keys")) {
                ECKey read = ECKey.parse(key.toString());
                if (!Curve.P_256.equals(read.getCurve()) || read.getKeyID() == null) {
                    throw new Unreadable("a key that is not P-256 with a kid");
                }
                keys.add(read);
            }
            if (keys.isEmpty()) {
                throw new Unreadable("no key");
            }
            return switch (VerifierKey.parse(Json.text(node, "log"))) {
                case Parsed.Malformed<VerifierKey>(String why) ->
                        new Reading.Malformed("the log's key: " + why);
                case Parsed.Read<VerifierKey>(VerifierKey log) ->
                        new Reading.Read(
                                new Issuer(
                                        Json.text(node, "id"),
                                        new Wording(
                                                Json.text(node, "name", "ja"),
                                                Json.text(node, "name", "en")),
                                        Json.text(node, "urls", "home"),
                                        keys,
                                        log));
            };
        } catch (Unreadable e) {
            return new Reading.Malformed(e.why());
        } catch (ParseException | IllegalArgumentException e) {
            return new Reading.Malformed(String.valueOf(e.getMessage()));
        }
    }

    /// The document at [#PATH]: also a W3C controlled identifier document, so that other verifiers
    /// find the keys.
    public String json() {
        return Json.write(document());
    }

    Map<String, Object> document() {
        var methods = new ArrayList<Map<String, Object>>();
        for (ECKey key : keys) {
            methods.add(
                    Map.of(
                            "id",
                            id + "#" + key.getKeyID(),
                            "type",
                            "JsonWebKey",
                            "controller",
                            id,
                            "publicKeyJwk",
                            key.toJSONObject()));
        }
        var document = new LinkedHashMap<String, Object>();
        document.put("@context", List.of("https://www.w3.org/ns/cid/v1"));
        document.put("format", FORMAT);
        document.put("id", id);
        document.put("name", Map.of("ja", name.ja(), "en", name.en()));
        document.put("jwks", Map.of("keys", keys.stream().map(ECKey::toJSONObject).toList()));
        document.put("log", log.text());
        document.put(
                "urls",
                Map.of(
                        "home", home,
                        "register", home + "/register",
                        "certificate", home + "/certificates/{number}",
                        "status", home + "/status/{list}",
                        "verify", home + "/verify"));
        document.put("verificationMethod", methods);
        document.put("assertionMethod", methods.stream().map(method -> method.get("id")).toList());
        return document;
    }

    Optional<ECKey> key(String keyId) {
        return keys.stream().filter(key -> keyId.equals(key.getKeyID())).findFirst();
    }

    /// Where a certificate stands for the public.
    public String address(String number) {
        return home + "/certificates/" + number;
    }
}
