package org.hoshimori.platform.credential;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.text.ParseException;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;

/// A compact signature (RFC 7515) read strictly: ES256 only, and every part in its one base64url
/// form, so that no bit can change unnoticed.
///
/// @param text as it was read
/// @param type the `typ` of its header: what kind of thing was signed
/// @param keyId the `kid` of its header
/// @param payload not to be believed before [#signedBy]
record Jws(String text, String type, String keyId, JsonNode payload, JWSObject parsed) {

    /// Far above any certificate of ours; larger input is refused unread.
    private static final int LONGEST = 4_000_000;

    static Jws read(String text) throws Unreadable {
        String[] parts = text.split("\\.", -1);
        if (text.length() > LONGEST || parts.length != 3) {
            throw new Unreadable("not three parts of a compact signature");
        }
        for (String part : parts) {
            Base64URL lenient = new Base64URL(part);
            if (!Base64URL.encode(lenient.decode()).toString().equals(part)) {
                throw new Unreadable("not the one base64url form of its bytes");
            }
        }
        try {
            JWSObject parsed = JWSObject.parse(text);
            String keyId = parsed.getHeader().getKeyID();
            if (!JWSAlgorithm.ES256.equals(parsed.getHeader().getAlgorithm())
                    || parsed.getHeader().getType() == null
                    || keyId == null
                    || !Arrays.equals(
                            parsed.getSignature().decode(),
                            Arrays.copyOf(parsed.getSignature().decode(), 64))) {
                throw new Unreadable("not an ES256 signature with type and key");
            }
            return new Jws(
                    text,
                    parsed.getHeader().getType().toString(),
                    keyId,
                    Json.read(parsed.getPayload().toString()),
                    parsed);
        } catch (ParseException e) {
            throw new Unreadable("not a compact signature: " + e.getMessage());
        }
    }

    /// Whether the key that is named belongs to the issuer and made the signature.
    boolean signedBy(Issuer issuer) {
        return issuer.key(keyId).map(this::signedBy).orElse(false);
    }

    private boolean signedBy(ECKey key) {
        try {
            return parsed.verify(new ECDSAVerifier(key));
        } catch (JOSEException e) {
            return false;
        }
    }
}
