package org.hoshimori.probe.command;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.Seal;

/// An Ed25519 key pair from a PEM file with both halves, as `openssl genpkey -algorithm ed25519 >
/// key.pem; openssl pkey -in key.pem -pubout >> key.pem` writes it.
record SigningKey(PrivateKey secret, PublicKey key) {

    static SigningKey read(byte[] pem) throws Malformed {
        String text = new String(pem, StandardCharsets.US_ASCII);
        try {
            KeyFactory keys = KeyFactory.getInstance("Ed25519");
            return new SigningKey(
                    keys.generatePrivate(new PKCS8EncodedKeySpec(part(text, "PRIVATE KEY"))),
                    keys.generatePublic(new X509EncodedKeySpec(part(text, "PUBLIC KEY"))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Malformed("not an Ed25519 key in PEM form, private and public part");
        }
    }

    private static byte[] part(String pem, String kind) throws Malformed {
        Matcher part =
                Pattern.compile(
                                "-----BEGIN "
                                        + kind
                                        + "-----([A-Za-z0-9+/=\\s]+)-----END "
                                        + kind
                                        + "-----")
                        .matcher(pem);
        if (!part.find()) {
            throw new Malformed(
                    "no " + kind + " in it (an Ed25519 key in PEM form, private and public part)");
        }
        return Base64.getMimeDecoder().decode(part.group(1));
    }

    String seal(String body) {
        return Seal.over(body.getBytes(StandardCharsets.UTF_8), secret, key).line();
    }
}
