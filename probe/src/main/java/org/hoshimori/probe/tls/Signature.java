package org.hoshimori.probe.tls;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Signature algorithms of the handshake (IANA TLS SignatureScheme), those we ask for first.
final class Signature {

    private static final Map<Integer, String> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put(0x0403, "ecdsa_secp256r1_sha256");
        NAMES.put(0x0503, "ecdsa_secp384r1_sha384");
        NAMES.put(0x0603, "ecdsa_secp521r1_sha512");
        NAMES.put(0x0807, "ed25519");
        NAMES.put(0x0808, "ed448");
        NAMES.put(0x0804, "rsa_pss_rsae_sha256");
        NAMES.put(0x0805, "rsa_pss_rsae_sha384");
        NAMES.put(0x0806, "rsa_pss_rsae_sha512");
        NAMES.put(0x0809, "rsa_pss_pss_sha256");
        NAMES.put(0x080a, "rsa_pss_pss_sha384");
        NAMES.put(0x080b, "rsa_pss_pss_sha512");
        NAMES.put(0x0401, "rsa_pkcs1_sha256");
        NAMES.put(0x0501, "rsa_pkcs1_sha384");
        NAMES.put(0x0601, "rsa_pkcs1_sha512");
        NAMES.put(0x0904, "mldsa44");
        NAMES.put(0x0905, "mldsa65");
        NAMES.put(0x0906, "mldsa87");
        NAMES.put(0x0303, "ecdsa_sha224");
        NAMES.put(0x0301, "rsa_pkcs1_sha224");
        NAMES.put(0x0402, "dsa_sha256");
        NAMES.put(0x0302, "dsa_sha224");
        NAMES.put(0x0203, "ecdsa_sha1");
        NAMES.put(0x0201, "rsa_pkcs1_sha1");
        NAMES.put(0x0202, "dsa_sha1");
        NAMES.put(0x0101, "rsa_pkcs1_md5");
    }

    private Signature() {}

    static List<Integer> codes() {
        return List.copyOf(NAMES.keySet());
    }

    static String name(int code) {
        String known = NAMES.get(code);
        return known == null ? String.format("0x%04X", code) : known;
    }

    /// MD5 and SHA-1, which must not be used (RFC 9155).
    static boolean weak(int code) {
        return code >> 8 == 1 || code >> 8 == 2;
    }
}
