package org.hoshimori.probe.tls;

/// A cipher suite; what it is worth is read from its registered name.
///
/// @param code the code point
/// @param name as IANA registers it
record Suite(int code, String name) {

    /// TLS 1.3 suites name no key exchange.
    boolean modern() {
        return code >> 8 == 0x13;
    }

    boolean anonymous() {
        return name.contains("_anon_");
    }

    boolean export() {
        return name.contains("EXPORT");
    }

    boolean unencrypted() {
        return name.contains("WITH_NULL");
    }

    boolean rc4() {
        return name.contains("RC4");
    }

    /// Blocks of 64 bits (SWEET32).
    boolean smallBlock() {
        return name.contains("DES")
                || name.contains("IDEA")
                || name.contains("RC2")
                || name.contains("MAGMA")
                || name.contains("28147");
    }

    boolean forwardSecret() {
        return modern() || name.contains("DHE_") || anonymous();
    }

    boolean finiteField() {
        return name.startsWith("TLS_DHE") || name.startsWith("TLS_DH_anon");
    }

    boolean elliptic() {
        return name.startsWith("TLS_ECDHE") || name.startsWith("TLS_ECDH_anon");
    }

    /// Whether the server signs its part of the key exchange.
    boolean signed() {
        return name.startsWith("TLS_ECDHE_RSA")
                || name.startsWith("TLS_ECDHE_ECDSA")
                || name.startsWith("TLS_DHE_RSA")
                || name.startsWith("TLS_DHE_DSS");
    }

    boolean staticRsa() {
        return name.startsWith("TLS_RSA_") && !name.startsWith("TLS_RSA_PSK");
    }

    boolean authenticated() {
        return name.contains("GCM") || name.contains("CCM") || name.contains("POLY1305");
    }

    boolean chained() {
        return name.contains("CBC") && !unencrypted();
    }

    /// Strength of the cipher in bits, as the SSL Labs guide counts it.
    int bits() {
        if (unencrypted()) {
            return 0;
        }
        if (name.contains("_40_") || name.contains("DES40")) {
            return 40;
        }
        if (name.contains("_56_") || name.contains("WITH_DES_")) {
            return 56;
        }
        if (name.contains("3DES")) {
            return 112;
        }
        return name.contains("256") && !name.contains("128_") || name.contains("CHACHA20")
                ? 256
                : 128;
    }

    /// What nobody should offer: no authentication, no encryption, export, RC4, DES.
    boolean broken() {
        return anonymous() || unencrypted() || export() || rc4() || bits() < 112;
    }
}
