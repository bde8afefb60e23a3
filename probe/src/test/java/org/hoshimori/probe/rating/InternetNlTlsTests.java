package org.hoshimori.probe.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Outcome;
import org.junit.jupiter.api.Test;

/// Internet.nl's battery of TLS on facts of ours.
class InternetNlTlsTests {

    private static final Facts MODERN =
            Facts.write()
                    .put("offered", List.of("TLS1.2", "TLS1.3"))
                    .put("compression", false)
                    .put("server_prefers", true)
                    .put("secure_renegotiation", true)
                    .put("extended_master_secret", true)
                    .done();

    @Test
    void aModernSiteHasAllPoints() {
        Map<String, Object> view = InternetNlTls.of(site(), to(true));
        assertThat(view.get("tls_percent")).isEqualTo(100);
    }

    @Test
    void anOldVersionABadSuiteAShortPolicyAndNoRedirectCostTheirSubtests() {
        Map<String, Outcome> looks = site();
        seen(
                looks,
                "tls.versions",
                Facts.write()
                        .put("offered", List.of("TLS1.0", "TLS1.2"))
                        .put("server_prefers", false)
                        .put("secure_renegotiation", false)
                        .put("extended_master_secret", false));
        seen(
                looks,
                "tls.suites",
                Facts.write().put("tls1_2", List.of("TLS_RSA_WITH_AES_128_CBC_SHA")));
        seen(looks, "http.hsts", Facts.write().put("valid", true).put("max_age", 3600));
        assertThat(points(InternetNlTls.of(looks, to(false))))
                .containsEntry("https_forced", 0)
                .containsEntry("hsts", 2)
                .containsEntry("protocols", 0)
                .containsEntry("suites", 0)
                .containsEntry("order", 0)
                .containsEntry("secure_renegotiation", 0)
                .containsEntry("extended_master_secret", 0)
                .containsEntry("compression", 10);
    }

    @Test
    void suitesToBePhasedOutCostNothingUnlessTheClientChooses() {
        Map<String, Outcome> looks = site();
        seen(
                looks,
                "tls.suites",
                Facts.write()
                        .put(
                                "tls1_2",
                                List.of(
                                        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
                                        "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256")));
        assertThat(points(InternetNlTls.of(looks, Facts.NONE)))
                .containsEntry("suites", 10)
                .containsEntry("order", 10);
    }

    @Test
    void aMailServerNeedsDaneAndNeitherTrustNorName() {
        Map<String, Outcome> looks = site();
        looks.remove("http.hsts");
        seen(looks, "tls.starttls", Facts.write().put("service", "smtp"));
        assertThat(points(InternetNlTls.of(looks, Facts.NONE)))
                .containsEntry("starttls", 10)
                .containsEntry("dane", 0)
                .doesNotContainKeys("trusted", "name", "hsts", "key_exchange_hash");
    }

    private static Map<String, Outcome> site() {
        Map<String, Outcome> looks = new HashMap<>();
        looks.put("tls.versions", new Outcome.Seen(MODERN));
        seen(
                looks,
                "tls.suites",
                Facts.write()
                        .put("tls1_3", List.of("TLS_AES_256_GCM_SHA384"))
                        .put("tls1_2", List.of("TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"))
                        .put("broken", List.of()));
        seen(looks, "tls.groups", Facts.write().put("groups", List.of("x25519", "secp256r1")));
        seen(looks, "tls.signatures", Facts.write().put("weak", List.of()));
        seen(
                looks,
                "tls.certificate",
                Facts.write()
                        .put("trusted", true)
                        .put("name_matches", true)
                        .put("key", "RSA")
                        .put("key_bits", 2048));
        seen(looks, "http.hsts", Facts.write().put("valid", true).put("max_age", 31_536_000));
        return looks;
    }

    private static Facts to(boolean https) {
        return Facts.write().put("to_https", https).done();
    }

    private static void seen(Map<String, Outcome> looks, String check, Facts.Writer facts) {
        looks.put(check, new Outcome.Seen(facts.done()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Integer> points(Map<String, Object> view) {
        return (Map<String, Integer>) view.get("points");
    }
}
