package org.hoshimori.platform.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The credential as other people's software meets it.
class CredentialTests {

    private static final Specimen SPECIMEN = new Specimen();

    @Test
    void anotherLibraryVerifiesTheSignatureByThePublishedKey() throws Exception {
        assertThat(verifiedByJose4j(SPECIMEN.jwt)).isTrue();
        int middle = SPECIMEN.jwt.length() / 2;
        char other = SPECIMEN.jwt.charAt(middle) == 'A' ? 'B' : 'A';
        assertThat(
                        verifiedByJose4j(
                                SPECIMEN.jwt.substring(0, middle)
                                        + other
                                        + SPECIMEN.jwt.substring(middle + 1)))
                .isFalse();
    }

    @Test
    void isAVerifiableCredentialAndAnOpenBadge() throws Exception {
        JsonNode payload = Jws.read(SPECIMEN.jwt).payload();
        assertThat(payload.path("@context").get(0).asString())
                .isEqualTo("https://www.w3.org/ns/credentials/v2");
        assertThat(payload.path("@context").get(1).asString())
                .isEqualTo("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");
        assertThat(payload.path("type").toString())
                .isEqualTo("[\"VerifiableCredential\",\"OpenBadgeCredential\"]");
        assertThat(payload.has("vc")).as("VC-JOSE-COSE forbids the claim").isFalse();
        assertThat(payload.path("validFrom").asString()).isEqualTo("2026-11-23T00:00:00+09:00");
        assertThat(payload.path("validUntil").asString()).isEqualTo("2027-11-22T23:59:59+09:00");
        assertThat(payload.path("credentialStatus").path("type").asString())
                .isEqualTo("BitstringStatusListEntry");
        assertThat(
                        payload.path("credentialSubject")
                                .path("achievement")
                                .path("achievementType")
                                .asString())
                .isEqualTo("Certification");
    }

    @Test
    void theSignatureCoversScopeEditionExpertAndProof() throws Exception {
        String ours = Jws.read(SPECIMEN.jwt).payload().path("hoshimori").toString();
        assertThat(ours)
                .contains(
                        "安城市",
                        "2026-03-27",
                        SPECIMEN.facts.achieved().editionDigest(),
                        "登録セキスペ",
                        "資本関係",
                        "c2sp.org/tlog-proof@v1");
    }

    @Test
    void theIssuersDocumentIsReadBack() {
        assertThat(Issuer.parse(SPECIMEN.issuer.json()))
                .isEqualTo(new Issuer.Reading.Read(SPECIMEN.issuer));
        assertThat(Issuer.parse("{}")).isInstanceOf(Issuer.Reading.Malformed.class);
    }

    private static boolean verifiedByJose4j(String jwt) throws Exception {
        JsonNode document = JsonMapper.shared().readTree(SPECIMEN.issuer.json());
        JsonNode method = document.path("verificationMethod").get(0).path("publicKeyJwk");
        JsonWebKey key = JsonWebKey.Factory.newJwk(method.toString());
        assertThat(ECKey.parse(method.toString()).isPrivate()).isFalse();
        var signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(
                new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, "ES256"));
        signature.setCompactSerialization(jwt);
        signature.setKey(key.getKey());
        return signature.verifySignature()
                && List.of("vc+jwt").contains(signature.getHeader("typ"));
    }
}
