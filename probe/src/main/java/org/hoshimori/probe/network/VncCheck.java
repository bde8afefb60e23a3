package org.hoshimori.probe.network;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hoshimori.probe.Endpoint;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.Proof;
import org.hoshimori.probe.Sight;
import org.hoshimori.probe.reach.Reach;
import org.hoshimori.probe.reach.Wire;
import org.hoshimori.probe.tls.TlsCheck;

/// Which kinds of login a VNC server offers, and whether one of them is none (RFC 6143, 7.1.2). It
/// is only asked: none is chosen.
public final class VncCheck {

    private static final String ID = "net.vnc";
    private static final String STANDARD = "RFC 6143";
    private static final int NONE = 1;

    private final Reach reach;

    public VncCheck(Reach reach) {
        this.reach = reach;
    }

    public Sight look(Endpoint endpoint) {
        try (Wire wire = reach.open(endpoint.address(), endpoint.port())) {
            String version = wire.line(16);
            if (!version.matches("RFB \\d{3}\\.\\d{3}")) {
                throw new Malformed("not a VNC server");
            }
            // In 3.3 the server decides, with one number of four octets.
            boolean decides = version.compareTo("RFB 003.007") < 0;
            wire.write(
                    (decides ? "RFB 003.003\n" : "RFB 003.008\n")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] kinds = decides ? wire.exactly(4) : wire.exactly(wire.exactly(1)[0] & 0xff);
            return Sight.seen(
                    ID,
                    STANDARD,
                    endpoint.asset(),
                    facts(version, kinds, decides),
                    List.of(Proof.text("version", version), Proof.of("vnc", "security", kinds)));
        } catch (IOException | Malformed e) {
            return new Sight(
                    ID, STANDARD, endpoint.asset(), TlsCheck.outcome(e, reach.millis()), List.of());
        }
    }

    private static Facts facts(String version, byte[] kinds, boolean decides) {
        List<String> types = new ArrayList<>();
        for (int i = decides ? 3 : 0; i < kinds.length; i++) {
            types.add(String.valueOf(kinds[i] & 0xff));
        }
        return Facts.write()
                .put("version", version)
                .put("security_types", types)
                .put("without_password", types.contains(String.valueOf(NONE)))
                .done();
    }
}
