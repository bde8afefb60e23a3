package org.hoshimori.platform.credential;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/// What ties a credential to the register: the entry of the registration names the certificate and
/// the digest of its facts.
public final class PublicEntry {

    /// The field of the entry with the certificate's number.
    public static final String CERTIFICATE = "certificate";

    /// The field of the entry with [CertificateFacts#digest].
    public static final String FACTS = "facts_sha256";

    private PublicEntry() {}

    static boolean binds(byte[] entry, CertificateFacts facts) {
        try {
            JsonNode node = Json.read(new String(entry, StandardCharsets.UTF_8));
            return Json.text(node, CERTIFICATE).equals(facts.number())
                    && Json.text(node, FACTS).equals(facts.digest());
        } catch (Unreadable e) {
            return false;
        }
    }
}
