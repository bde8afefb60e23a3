package org.hoshimori.probe.tls;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// A ClientHello as we want it, not as a library allows it (RFC 8446, section 4.1.2; RFC 6101).
///
/// @param version the highest that is asked for
/// @param suites in the order of wish
/// @param groups in the order of wish; an empty list sends none
/// @param signatures algorithms we say we can check, in the order of wish
/// @param name the server's, if it has one
/// @param protocols application protocols (ALPN)
/// @param compressions methods offered; 0 is none
/// @param fallback says that this is a second, lower try (RFC 7507)
/// @param compatible whether extensions are sent at all; SSL 3.0 knows none
record ClientHello(
        Version version,
        List<Integer> suites,
        List<Integer> groups,
        List<Integer> signatures,
        Optional<String> name,
        List<String> protocols,
        List<Integer> compressions,
        boolean fallback,
        boolean compatible) {

    private static final int RENEGOTIATION_SIGNAL = 0x00ff;
    private static final int FALLBACK_SIGNAL = 0x5600;

    static ClientHello of(Version version, List<Integer> suites, Optional<String> name) {
        return new ClientHello(
                version,
                suites,
                Group.codes(),
                Signature.codes(),
                name,
                List.of(),
                List.of(0),
                false,
                version != Version.SSL3);
    }

    ClientHello with(List<Integer> others) {
        return new ClientHello(
                version,
                others,
                groups,
                signatures,
                name,
                protocols,
                compressions,
                fallback,
                compatible);
    }

    ClientHello groups(List<Integer> others) {
        return new ClientHello(
                version,
                suites,
                others,
                signatures,
                name,
                protocols,
                compressions,
                fallback,
                compatible);
    }

    ClientHello signatures(List<Integer> others) {
        return new ClientHello(
                version,
                suites,
                groups,
                others,
                name,
                protocols,
                compressions,
                fallback,
                compatible);
    }

    ClientHello protocols(List<String> others) {
        return new ClientHello(
                version,
                suites,
                groups,
                signatures,
                name,
                others,
                compressions,
                fallback,
                compatible);
    }

    ClientHello compressions(List<Integer> others) {
        return new ClientHello(
                version, suites, groups, signatures, name, protocols, others, fallback, compatible);
    }

    ClientHello asFallback() {
        return new ClientHello(
                version,
                suites,
                groups,
                signatures,
                name,
                protocols,
                compressions,
                true,
                compatible);
    }

    /// The record that is sent.
    byte[] encode() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        number(body, Math.min(version.code(), Version.TLS12.code()), 2);
        for (int i = 0; i < 32; i++) {
            // A fixed "random" makes probes recognisable and repeatable; no key is ever derived.
            body.write(PATTERN[i]);
        }
        // TLS 1.3 servers behind middleboxes expect a session id (RFC 8446, appendix D.4).
        vector(body, version == Version.TLS13 ? PATTERN.clone() : new byte[0], 1);
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        suites.forEach(suite -> number(list, suite, 2));
        number(list, RENEGOTIATION_SIGNAL, 2);
        if (fallback) {
            number(list, FALLBACK_SIGNAL, 2);
        }
        vector(body, list.toByteArray(), 2);
        list.reset();
        compressions.forEach(method -> number(list, method, 1));
        vector(body, list.toByteArray(), 1);
        if (compatible) {
            vector(body, extensions(), 2);
        }
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        number(message, 1, 1);
        vector(message, body.toByteArray(), 3);
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        number(record, 22, 1);
        number(record, version == Version.SSL3 ? 0x0300 : 0x0301, 2);
        vector(record, message.toByteArray(), 2);
        return record.toByteArray();
    }

    private static final byte[] PATTERN =
            "hoshimori-probe/1 reads only....".getBytes(StandardCharsets.US_ASCII);

    private byte[] extensions() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        name.ifPresent(host -> {
            ByteArrayOutputStream one = new ByteArrayOutputStream();
            number(one, 0, 1);
            vector(one, host.getBytes(StandardCharsets.US_ASCII), 2);
            extension(out, 0, vector(one.toByteArray(), 2));
        });
        if (!groups.isEmpty()) {
            extension(out, 10, vector(numbers(groups), 2));
            extension(out, 11, new byte[] {1, 0});
        }
        if (version.code() >= Version.TLS12.code()) {
            extension(out, 13, vector(numbers(signatures), 2));
            if (!signatures.equals(Signature.codes())) {
                // Certificates may still be signed with anything (RFC 8446, section 4.2.3).
                extension(out, 50, vector(numbers(Signature.codes()), 2));
            }
        }
        if (!protocols.isEmpty()) {
            ByteArrayOutputStream names = new ByteArrayOutputStream();
            protocols.forEach(p -> vector(names, p.getBytes(StandardCharsets.US_ASCII), 1));
            extension(out, 16, vector(names.toByteArray(), 2));
        }
        if (version == Version.TLS13) {
            extension(out, 43, new byte[] {2, 3, 4});
            // No share at all: the server must name the group it wants (RFC 8446, section 4.2.8).
            extension(out, 51, new byte[] {0, 0});
        } else {
            extension(out, 5, new byte[] {1, 0, 0, 0, 0});
            extension(out, 15, new byte[] {1});
            extension(out, 18, new byte[0]);
            extension(out, 22, new byte[0]);
            extension(out, 23, new byte[0]);
            extension(out, 35, new byte[0]);
        }
        return out.toByteArray();
    }

    private static byte[] numbers(List<Integer> values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        values.forEach(value -> number(out, value, 2));
        return out.toByteArray();
    }

    private static void extension(ByteArrayOutputStream out, int type, byte[] content) {
        number(out, type, 2);
        vector(out, content, 2);
    }

    private static byte[] vector(byte[] content, int octets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        vector(out, content, octets);
        return out.toByteArray();
    }

    private static void vector(ByteArrayOutputStream out, byte[] content, int octets) {
        number(out, content.length, octets);
        out.writeBytes(content);
    }

    private static void number(ByteArrayOutputStream out, int value, int octets) {
        for (int shift = 8 * (octets - 1); shift >= 0; shift -= 8) {
            out.write(value >> shift);
        }
    }
}
