package org.hoshimori.probe.network;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.hoshimori.probe.Endpoint;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Outcome;
import org.hoshimori.probe.Proof;
import org.hoshimori.probe.Sight;
import org.hoshimori.probe.reach.Reach;
import org.hoshimori.probe.reach.Wire;
import org.hoshimori.probe.tls.TlsCheck;

/// Whether a remote desktop lets strangers see its login before they have shown who they are
/// (MS-RDPBCGR, 2.2.1.1 and 2.2.1.2): we ask for TLS without network level authentication.
public final class RdpCheck {

    private static final String ID = "net.rdp";
    private static final String STANDARD = "MS-RDPBCGR";
    private static final int REFUSED_WITHOUT_IDENTITY = 5;

    private final Reach reach;

    public RdpCheck(Reach reach) {
        this.reach = reach;
    }

    /// A connection request that offers TLS only.
    static byte[] request() {
        return HexFormat.of().parseHex("030000130ee000000000000100080001000000");
    }

    static boolean answers(byte[] answer) {
        return answer.length >= 11 && answer[0] == 3 && answer[5] == (byte) 0xd0;
    }

    public Sight look(Endpoint endpoint) {
        try (Wire wire = reach.open(endpoint.address(), endpoint.port())) {
            wire.write(request());
            byte[] answer = wire.greeting(reach.millis(), 64);
            Optional<Facts> facts = facts(answer);
            Outcome outcome =
                    facts.isPresent()
                            ? new Outcome.Seen(facts.get())
                            : new Outcome.Inconclusive(
                                    "what answers there is not a remote desktop");
            return new Sight(
                    ID,
                    STANDARD,
                    endpoint.asset(),
                    outcome,
                    List.of(Proof.of("rdp", "answer", answer)));
        } catch (IOException e) {
            return new Sight(
                    ID, STANDARD, endpoint.asset(), TlsCheck.outcome(e, reach.millis()), List.of());
        }
    }

    static Optional<Facts> facts(byte[] answer) {
        if (!answers(answer)) {
            return Optional.empty();
        }
        // Without the negotiation part the server knows only the old security of its own.
        boolean negotiates = answer.length >= 19;
        boolean accepted = !negotiates || answer[11] == 2;
        boolean encrypted = negotiates && accepted && answer[15] != 0;
        return Optional.of(
                Facts.write()
                        .put(
                                "nla",
                                negotiates
                                        && answer[11] == 3
                                        && answer[15] == REFUSED_WITHOUT_IDENTITY)
                        .put("accepts_without_nla", accepted)
                        .put("tls", encrypted || negotiates && !accepted)
                        .done());
    }
}
