package org.hoshimori.probe.tls;

import java.util.List;
import java.util.Optional;

/// A group of the key exchange (IANA TLS Supported Groups).
///
/// @param bits the RSA key size of about the same strength, as the SSL Labs guide counts
record Group(int code, String name, int bits) {

    static final List<Group> ALL =
            List.of(
                    new Group(0x11EC, "X25519MLKEM768", 4096),
                    new Group(0x11EB, "SecP256r1MLKEM768", 4096),
                    new Group(0x11ED, "SecP384r1MLKEM1024", 7680),
                    new Group(0x6399, "X25519Kyber768Draft00", 4096),
                    new Group(0x0200, "MLKEM512", 3072),
                    new Group(0x0201, "MLKEM768", 4096),
                    new Group(0x0202, "MLKEM1024", 7680),
                    new Group(29, "x25519", 3072),
                    new Group(23, "secp256r1", 3072),
                    new Group(30, "x448", 12288),
                    new Group(24, "secp384r1", 7680),
                    new Group(25, "secp521r1", 15360),
                    new Group(26, "brainpoolP256r1", 3072),
                    new Group(27, "brainpoolP384r1", 7680),
                    new Group(28, "brainpoolP512r1", 15360),
                    new Group(31, "brainpoolP256r1tls13", 3072),
                    new Group(32, "brainpoolP384r1tls13", 7680),
                    new Group(33, "brainpoolP512r1tls13", 15360),
                    new Group(41, "curveSM2", 3072),
                    new Group(256, "ffdhe2048", 2048),
                    new Group(257, "ffdhe3072", 3072),
                    new Group(258, "ffdhe4096", 4096),
                    new Group(259, "ffdhe6144", 6144),
                    new Group(260, "ffdhe8192", 8192),
                    new Group(22, "secp256k1", 3072),
                    new Group(19, "secp192r1", 1024),
                    new Group(21, "secp224r1", 2048),
                    new Group(20, "secp224k1", 2048),
                    new Group(18, "secp192k1", 1024),
                    new Group(16, "secp160r1", 1024),
                    new Group(17, "secp160r2", 1024),
                    new Group(15, "secp160k1", 1024),
                    new Group(9, "sect283k1", 3072),
                    new Group(10, "sect283r1", 3072),
                    new Group(11, "sect409k1", 7680),
                    new Group(12, "sect409r1", 7680),
                    new Group(13, "sect571k1", 15360),
                    new Group(14, "sect571r1", 15360),
                    new Group(6, "sect233k1", 2048),
                    new Group(7, "sect233r1", 2048),
                    new Group(8, "sect239k1", 2048),
                    new Group(1, "sect163k1", 1024),
                    new Group(2, "sect163r1", 1024),
                    new Group(3, "sect163r2", 1024),
                    new Group(4, "sect193r1", 1024),
                    new Group(5, "sect193r2", 1024));

    private static final List<Integer> CODES = ALL.stream().map(Group::code).toList();

    static Group of(int code) {
        Optional<Group> known = ALL.stream().filter(group -> group.code == code).findFirst();
        return known.orElseGet(() -> new Group(code, String.format("0x%04X", code), 0));
    }

    /// Protects today's traffic against tomorrow's quantum computers.
    boolean hybrid() {
        return name.contains("MLKEM") || name.contains("Kyber");
    }

    /// Weaker than 112 bits.
    boolean weak() {
        return bits > 0 && bits < 2048;
    }

    static List<Integer> codes() {
        return CODES;
    }
}
