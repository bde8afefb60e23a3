package org.hoshimori.probe.network;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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

/// Which dialects of file sharing are spoken and whether messages must be signed, from the
/// negotiation alone (MS-SMB2, 2.2.3; MS-CIFS, 2.2.4.52); no session is begun.
public final class SmbCheck {

    private static final String ID = "net.smb";
    private static final String STANDARD = "MS-SMB2";
    private static final short[] DIALECTS = {0x0202, 0x0210, 0x0300, 0x0302};
    private static final int HEADER = 4 + 64;

    private final Reach reach;

    public SmbCheck(Reach reach) {
        this.reach = reach;
    }

    /// NEGOTIATE of SMB 2 and 3.
    static byte[] negotiate() {
        int length = 64 + 36 + 2 * DIALECTS.length;
        ByteBuffer out = ByteBuffer.allocate(4 + length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(new byte[] {0, 0, 0, (byte) length});
        out.put(new byte[] {(byte) 0xfe, 'S', 'M', 'B'}).putShort((short) 64).putShort((short) 0);
        out.putInt(0).putShort((short) 0).putShort((short) 1);
        out.position(HEADER);
        out.putShort((short) 36).putShort((short) DIALECTS.length).putShort((short) 1);
        out.putShort((short) 0)
                .putInt(0)
                .put("hoshimori-probe!".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .putLong(0);
        for (short dialect : DIALECTS) {
            out.putShort(dialect);
        }
        return out.array();
    }

    /// SMB_COM_NEGOTIATE that knows nothing newer than the dialect of 1996.
    static byte[] oldest() {
        return HexFormat.of()
                .parseHex(
                        "0000002fff534d4272000000001853c8000000000000000000000000fffffffe00000000"
                                + "000c00024e54204c4d20302e313200");
    }

    static boolean answers(byte[] answer) {
        return newer(answer) || older(answer);
    }

    private static boolean newer(byte[] answer) {
        return answer.length >= HEADER + 6 && answer[4] == (byte) 0xfe && answer[5] == 'S';
    }

    private static boolean older(byte[] answer) {
        return answer.length > 36 && answer[4] == (byte) 0xff && answer[5] == 'S';
    }

    public Sight look(Endpoint endpoint) {
        try {
            byte[] now = ask(endpoint, negotiate());
            byte[] old = ask(endpoint, oldest());
            Optional<Facts> facts = facts(now, old);
            Outcome outcome =
                    facts.isPresent()
                            ? new Outcome.Seen(facts.get())
                            : new Outcome.Inconclusive("what answers there shares no files");
            return new Sight(
                    ID,
                    STANDARD,
                    endpoint.asset(),
                    outcome,
                    List.of(Proof.of("smb", "SMB 2", now), Proof.of("smb", "SMB 1", old)));
        } catch (IOException e) {
            return new Sight(
                    ID, STANDARD, endpoint.asset(), TlsCheck.outcome(e, reach.millis()), List.of());
        }
    }

    private byte[] ask(Endpoint endpoint, byte[] question) throws IOException {
        try (Wire wire = reach.open(endpoint.address(), endpoint.port())) {
            wire.write(question);
            return wire.greeting(reach.millis() / 2, 1024);
        } catch (java.net.SocketException e) {
            if (e instanceof java.net.ConnectException) {
                throw e;
            }
            // A server hangs up on a dialect that it does not speak.
            return new byte[0];
        }
    }

    static Optional<Facts> facts(byte[] now, byte[] old) {
        if (!answers(now) && !answers(old)) {
            return Optional.empty();
        }
        Facts.Writer facts = Facts.write().put("smb1", older(old) && !refusedAll(old));
        if (newer(now)) {
            ByteBuffer in = ByteBuffer.wrap(now).order(ByteOrder.LITTLE_ENDIAN);
            facts.put("signing_required", (in.getShort(HEADER + 2) & 2) != 0)
                    .put("dialect", String.format("0x%04x", in.getShort(HEADER + 4)));
        }
        return Optional.of(facts.done());
    }

    /// DialectIndex 0xFFFF: none of them.
    private static boolean refusedAll(byte[] old) {
        return old.length > 38 && old[36] != 0 && old[37] == (byte) 0xff && old[38] == (byte) 0xff;
    }
}
