package org.hoshimori.platform.credential;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What ties a credential to the register: the entry of the registration says the same of the
/// certificate, word for word.
final class PublicEntry {

    private PublicEntry() {}

    static boolean binds(byte[] entry, CertificateFacts facts) {
        try {
            JsonNode node = Json.read(new String(entry, StandardCharsets.UTF_8));
            for (var field : told(facts).entrySet()) {
                if (!Json.text(node, field.getKey().split("/")).equals(field.getValue())) {
                    return false;
                }
            }
            return true;
        } catch (Unreadable e) {
            return false;
        }
    }

    /// The entry's fields (docs/reference/log.md) by their path, as the certificate has them.
    static Map<String, String> told(CertificateFacts facts) {
        var told = new LinkedHashMap<String, String>();
        told.put("kind", "registered");
        told.put("certificate", facts.number());
        told.put("company/number", facts.holder().corporateNumber());
        told.put("company/name", facts.holder().name());
        told.put("company/kana", facts.holder().kana());
        told.put("scheme", facts.achieved().scheme());
        told.put("edition", facts.achieved().edition());
        told.put("level", facts.achieved().level());
        told.put("scope", facts.scope().ja());
        told.put("assessment", "sha256:" + facts.assessmentDigest());
        told.put("valid_from", facts.validFrom().toString());
        told.put("valid_until", facts.validUntil().toString());
        return told;
    }
}
