package org.hoshimori.probe.network;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.hoshimori.probe.Endpoint;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.Proof;
import org.hoshimori.probe.Sight;
import org.hoshimori.probe.reach.Reach;
import org.hoshimori.probe.reach.Wire;
import org.hoshimori.probe.tls.TlsCheck;

/// What an SSH server offers, from its own list (SSH_MSG_KEXINIT, RFC 4253, section 7.1); no key is
/// exchanged.
public final class SshCheck {

    private static final String ID = "net.ssh";
    private static final String STANDARD = "RFC 9142";
    private static final Set<String> WEAK_EXCHANGE =
            Set.of(
                    "diffie-hellman-group1-sha1",
                    "diffie-hellman-group14-sha1",
                    "diffie-hellman-group-exchange-sha1",
                    "gss-gex-sha1-*",
                    "rsa1024-sha1");
    private static final Set<String> WEAK_KEYS =
            Set.of(
                    "ssh-dss",
                    "ssh-rsa",
                    "ssh-rsa-cert-v01@openssh.com",
                    "ssh-dss-cert-v01@openssh.com");

    private final Reach reach;

    public SshCheck(Reach reach) {
        this.reach = reach;
    }

    public Sight look(Endpoint endpoint) {
        try (Wire wire = reach.open(endpoint.address(), endpoint.port())) {
            String version = wire.line(512);
            for (int line = 0; !version.startsWith("SSH-") && line < 20; line++) {
                version = wire.line(512);
            }
            wire.write("SSH-2.0-hoshimori_probe\r\n".getBytes(StandardCharsets.US_ASCII));
            boolean old = version.startsWith("SSH-1.") && !version.startsWith("SSH-1.99");
            byte[] packet = old ? new byte[0] : packet(wire);
            return Sight.seen(
                    ID,
                    STANDARD,
                    endpoint.asset(),
                    facts(version, packet),
                    List.of(Proof.text("version", version), Proof.of("ssh", "KEXINIT", packet)));
        } catch (IOException | Malformed e) {
            return new Sight(
                    ID, STANDARD, endpoint.asset(), TlsCheck.outcome(e, reach.millis()), List.of());
        }
    }

    private static byte[] packet(Wire wire) throws IOException, Malformed {
        byte[] head = wire.exactly(5);
        int length =
                (head[0] & 0xff) << 24
                        | (head[1] & 0xff) << 16
                        | (head[2] & 0xff) << 8
                        | head[3] & 0xff;
        int padding = head[4] & 0xff;
        if (length < 2 || length > 35_000 || padding >= length - 1) {
            throw new Malformed("not an SSH packet");
        }
        byte[] rest = wire.exactly(length - 1);
        return Arrays.copyOf(rest, length - 1 - padding);
    }

    static Facts facts(String version, byte[] packet) throws Malformed {
        List<List<String>> lists = packet.length == 0 ? List.of() : lists(packet);
        List<String> exchange = lists.isEmpty() ? List.of() : lists.get(0);
        List<String> keys = lists.isEmpty() ? List.of() : lists.get(1);
        List<String> ciphers = lists.isEmpty() ? List.of() : lists.get(3);
        List<String> macs = lists.isEmpty() ? List.of() : lists.get(5);
        boolean chained = ciphers.stream().anyMatch(c -> c.endsWith("-cbc"));
        boolean thenMac = macs.stream().anyMatch(m -> m.contains("-etm@"));
        boolean terrapin =
                (ciphers.contains("chacha20-poly1305@openssh.com") || chained && thenMac)
                        && !exchange.contains("kex-strict-s-v00@openssh.com");
        return Facts.write()
                .put("version", version)
                .put("protocol_1", version.startsWith("SSH-1."))
                .put("key_exchange", exchange)
                .put("host_keys", keys)
                .put("ciphers", ciphers)
                .put("macs", macs)
                .put("weak_key_exchange", exchange.stream().filter(SshCheck::weakExchange).toList())
                .put("weak_host_keys", keys.stream().filter(WEAK_KEYS::contains).toList())
                .put(
                        "weak_ciphers",
                        ciphers.stream()
                                .filter(c ->
                                        c.endsWith("-cbc")
                                                || c.contains("arcfour")
                                                || c.equals("none"))
                                .toList())
                .put(
                        "weak_macs",
                        macs.stream()
                                .filter(m ->
                                        m.contains("md5") || m.contains("-96") || m.equals("none"))
                                .toList())
                .put("terrapin", terrapin)
                .put(
                        "post_quantum",
                        exchange.stream()
                                .anyMatch(k -> k.contains("mlkem") || k.contains("sntrup")))
                .done();
    }

    private static boolean weakExchange(String name) {
        return WEAK_EXCHANGE.contains(name) || name.startsWith("gss-group1-sha1");
    }

    /// The ten name lists of a KEXINIT.
    private static List<List<String>> lists(byte[] packet) throws Malformed {
        if (packet.length < 17 || packet[0] != 20) {
            throw new Malformed("not a KEXINIT");
        }
        List<List<String>> lists = new ArrayList<>();
        int at = 17;
        for (int i = 0; i < 10; i++) {
            if (at + 4 > packet.length) {
                throw new Malformed(at, "a KEXINIT ends too early");
            }
            int length =
                    (packet[at] & 0xff) << 24
                            | (packet[at + 1] & 0xff) << 16
                            | (packet[at + 2] & 0xff) << 8
                            | packet[at + 3] & 0xff;
            at += 4;
            if (length < 0 || length > packet.length - at) {
                throw new Malformed(at, "a name list of KEXINIT ends too early");
            }
            String names = new String(packet, at, length, StandardCharsets.US_ASCII);
            lists.add(names.isEmpty() ? List.of() : List.of(names.split(",")));
            at += length;
        }
        return lists;
    }
}
