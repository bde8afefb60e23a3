package org.hoshimori.probe.fleet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// An SSH server's first words: its version and its list of algorithms.
final class SshList {

    private SshList() {}

    /// @param lists key exchange, host keys, ciphers, MACs
    static byte[] of(String version, List<String> lists) {
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        payload.write(20);
        payload.writeBytes(new byte[16]);
        String[] all = {
            lists.get(0),
            lists.get(1),
            lists.get(2),
            lists.get(2),
            lists.get(3),
            lists.get(3),
            "none",
            "none",
            "",
            ""
        };
        for (String list : all) {
            byte[] bytes = list.getBytes(StandardCharsets.US_ASCII);
            payload.writeBytes(number(bytes.length));
            payload.writeBytes(bytes);
        }
        payload.writeBytes(new byte[5]);
        // The whole packet is a multiple of eight, with at least four bytes of padding (RFC 4253,
        // 6).
        int rest = 8 - (payload.size() + 5) % 8;
        int padding = rest < 4 ? rest + 8 : rest;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes((version + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(number(payload.size() + padding + 1));
        out.write(padding);
        out.writeBytes(payload.toByteArray());
        out.writeBytes(new byte[padding]);
        return out.toByteArray();
    }

    private static byte[] number(int value) {
        return new byte[] {
            (byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value
        };
    }
}
