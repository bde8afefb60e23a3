package org.hoshimori.probe.tls;

import java.util.Optional;

/// Versions of the protocol, oldest first.
enum Version {
    SSL2(0x0002, "SSLv2"),
    SSL3(0x0300, "SSLv3"),
    TLS10(0x0301, "TLS1.0"),
    TLS11(0x0302, "TLS1.1"),
    TLS12(0x0303, "TLS1.2"),
    TLS13(0x0304, "TLS1.3");

    private final int code;
    private final String word;

    Version(int code, String word) {
        this.code = code;
        this.word = word;
    }

    int code() {
        return code;
    }

    String word() {
        return word;
    }

    static Optional<Version> of(int code) {
        for (Version version : values()) {
            if (version.code == code) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }
}
