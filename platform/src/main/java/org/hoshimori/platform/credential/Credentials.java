package org.hoshimori.platform.credential;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hoshimori.log.EntryProof;

/// Signs what the issuer says: credentials, status lists, and the files people download.
public final class Credentials {

    private final Issuer issuer;
    private final IssuerKey key;

    public Credentials(Issuer issuer, IssuerKey key) {
        if (issuer.keys().stream().noneMatch(known -> known.equals(key.publicKey()))) {
            throw new IllegalArgumentException("the issuer does not publish this key");
        }
        this.issuer = issuer;
        this.key = key;
    }

    public Issuer issuer() {
        return issuer;
    }

    /// The certificate as a signed credential (`application/vc+jwt`).
    ///
    /// @param entry the register's entry of the registration, byte for byte
    /// @param proof that the entry stands in the log, and the log's checkpoint at issue
    public String certificate(
            CertificateFacts facts, StatusPlace place, byte[] entry, EntryProof proof, Instant at) {
        return key.sign(
                Credential.TYPE,
                Json.write(new Credential(issuer, facts, place, entry, proof, at).document()));
    }

    /// A status list as a signed credential.
    ///
    /// @param set places of the block whose bit is 1
    public String statusList(Purpose purpose, long block, Collection<Integer> set, Instant at) {
        return key.sign(
                Credential.TYPE,
                Json.write(StatusList.document(issuer, purpose, block, StatusBits.of(set), at)));
    }

    /// The proof bundle: the credential with everything fresh that verifies it, sealed.
    public String bundle(Bundle bundle) {
        Map<String, Object> open = bundle.document();
        var sealed = new LinkedHashMap<>(open);
        sealed.put(Bundle.SEAL, seal(Seal.JSON, CanonicalJson.digest(Json.tree(open))));
        return Json.write(sealed);
    }

    /// @param pdf a document with a place for the seal
    byte[] sealed(byte[] pdf) {
        return PdfSeal.put(pdf, digest -> seal(Seal.PDF, digest));
    }

    /// Every seal over a PDF has this many characters.
    int sealLength() {
        return seal(Seal.PDF, Sha256.hex()).length();
    }

    private String seal(String kind, String digest) {
        return key.sign(Seal.TYPE, Seal.payload(kind, digest));
    }

    /// What one certificate's bundle holds.
    ///
    /// @param credential the certificate as a signed credential
    /// @param entry the register's entry of the registration
    /// @param proof to the register's newest checkpoint
    /// @param lists the status lists by purpose, as signed credentials
    /// @param state what the register says now, in the vocabulary's word
    public record Bundle(
            Issuer issuer,
            String credential,
            byte[] entry,
            EntryProof proof,
            Map<Purpose, String> lists,
            String state,
            Instant at) {

        static final String FORMAT = "hoshimori-proof@1";
        static final String SEAL = "seal";

        Map<String, Object> document() {
            var status = new LinkedHashMap<String, String>();
            for (Purpose purpose : Purpose.values()) {
                status.put(purpose.word(), lists.get(purpose));
            }
            var document = new LinkedHashMap<String, Object>();
            document.put("format", FORMAT);
            document.put("at", at.toString());
            document.put("state", state);
            document.put("credential", credential);
            document.put("log_entry", new String(entry, StandardCharsets.UTF_8));
            document.put("log_entry_base64", Base64.getEncoder().encodeToString(entry));
            document.put("log_number", proof.inclusion().index());
            document.put("inclusion_proof", proof.text());
            document.put("checkpoint", proof.checkpoint().encoded());
            document.put("status_lists", status);
            document.put("issuer", issuer.document());
            return document;
        }
    }
}
