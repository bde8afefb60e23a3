package org.hoshimori.probe.tls;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.Octets;
import org.hoshimori.probe.reach.Wire;

/// Reads a server's first flight from records (RFC 8446, section 5; RFC 5246, section 7), as far as
/// it is in the clear.
final class ReplyReader {

    private static final byte[] RETRY =
            java.util.HexFormat.of()
                    .parseHex("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c");
    private static final int MOST = 256 * 1024;

    private final Wire wire;
    private byte[] pending = new byte[0];
    private int total;

    ReplyReader(Wire wire) {
        this.wire = wire;
    }

    /// An alert or the end instead of a message.
    private static final class Ended extends Exception {
        @java.io.Serial private static final long serialVersionUID = 1L;
        private final transient Reply reply;

        Ended(Reply reply) {
            super("ended", null, false, false);
            this.reply = reply;
        }
    }

    /// @param whole whether to read on to the end of the flight, for certificate and group
    Reply read(boolean whole) throws IOException, Malformed {
        try {
            Message hello = message();
            if (hello.type() != 2) {
                return new Reply.Foreign(
                        Octets.of(Arrays.copyOf(hello.body(), Math.min(64, hello.body().length))));
            }
            Draft draft = hello(hello.body());
            if (whole && draft.version != Version.TLS13) {
                rest(draft);
            }
            return draft.done();
        } catch (Ended e) {
            return e.reply;
        }
    }

    private void rest(Draft draft) throws IOException, Malformed {
        try {
            while (true) {
                Message message = message();
                switch (message.type()) {
                    case 11 -> draft.chain = chain(message.body());
                    case 12 -> exchange(message.body(), draft);
                    case 22 -> draft.stapled = true;
                    case 14 -> {
                        return;
                    }
                    default -> {}
                }
            }
        } catch (Ended e) {
            // The choice was made; what follows is missing, and so are its facts.
            return;
        }
    }

    private static final class Draft {
        private final Version version;
        private final Suite suite;
        private final int compression;
        private final boolean sessionId;
        private final Map<Integer, Octets> extensions;
        private final Octets raw;
        private Optional<Group> group = Optional.empty();
        private int signature;
        private int primeBits;
        private List<Octets> chain = List.of();
        private boolean stapled;

        Draft(
                Version version,
                Suite suite,
                int compression,
                boolean sessionId,
                Map<Integer, Octets> extensions,
                Octets raw) {
            this.version = version;
            this.suite = suite;
            this.compression = compression;
            this.sessionId = sessionId;
            this.extensions = extensions;
            this.raw = raw;
        }

        Reply done() {
            return new Reply.Chosen(
                    version,
                    suite,
                    group,
                    signature,
                    primeBits,
                    compression,
                    sessionId,
                    extensions,
                    chain,
                    stapled,
                    raw);
        }
    }

    private static Draft hello(byte[] body) throws Malformed {
        Cursor in = new Cursor(body);
        int code = in.number(2);
        byte[] random = in.take(32);
        Cursor session = in.vector(1);
        boolean sessionId = session.more();
        Suite suite = Suites.of(in.number(2));
        int compression = in.number(1);
        Map<Integer, Octets> extensions = new TreeMap<>();
        if (in.more()) {
            Cursor list = in.vector(2);
            while (list.more()) {
                int type = list.number(2);
                extensions.put(type, Octets.of(list.vector(2).rest()));
            }
        }
        if (extensions.containsKey(43)) {
            code = new Cursor(extensions.get(43).toArray()).number(2);
        }
        int read = code;
        Version version =
                Version.of(code)
                        .orElseThrow(() ->
                                new Malformed(1, String.format("an unknown version 0x%04X", read)));
        Draft draft =
                new Draft(version, suite, compression, sessionId, extensions, Octets.of(body));
        if (version == Version.TLS13 && extensions.containsKey(51)) {
            Cursor share = new Cursor(extensions.get(51).toArray());
            draft.group = Optional.of(Group.of(share.number(2)));
        } else if (Arrays.equals(random, RETRY)) {
            draft.group = Optional.empty();
        }
        return draft;
    }

    private static List<Octets> chain(byte[] body) throws Malformed {
        List<Octets> chain = new ArrayList<>();
        Cursor list = new Cursor(body).vector(3);
        while (list.more() && chain.size() < 20) {
            chain.add(Octets.of(list.vector(3).rest()));
        }
        return List.copyOf(chain);
    }

    private static void exchange(byte[] body, Draft draft) throws Malformed {
        if (draft.suite.name().contains("PSK")) {
            // A hint stands before the parameters, and nothing is signed.
            return;
        }
        Cursor in = new Cursor(body);
        if (draft.suite.elliptic() && in.number(1) == 3) {
            draft.group = Optional.of(Group.of(in.number(2)));
            in.vector(1);
        } else if (draft.suite.finiteField() || draft.suite.name().startsWith("TLS_DH_")) {
            byte[] prime = in.vector(2).rest();
            draft.primeBits = new java.math.BigInteger(1, prime).bitLength();
            in.vector(2);
            in.vector(2);
        } else {
            return;
        }
        if (draft.version == Version.TLS12 && !draft.suite.anonymous() && in.left() > 2) {
            draft.signature = in.number(2);
        }
    }

    private record Message(int type, byte[] body) {}

    private Message message() throws IOException, Malformed, Ended {
        while (pending.length < 4) {
            more();
        }
        int length = (pending[1] & 0xff) << 16 | (pending[2] & 0xff) << 8 | pending[3] & 0xff;
        if (length > MOST) {
            throw new Malformed("a handshake message of " + length + " bytes");
        }
        while (pending.length < 4 + length) {
            more();
        }
        Message message = new Message(pending[0], Arrays.copyOfRange(pending, 4, 4 + length));
        pending = Arrays.copyOfRange(pending, 4 + length, pending.length);
        return message;
    }

    private void more() throws IOException, Malformed, Ended {
        byte[] head;
        try {
            head = wire.exactly(5);
        } catch (EOFException | SocketException e) {
            throw new Ended(new Reply.Closed());
        }
        int length = (head[3] & 0xff) << 8 | head[4] & 0xff;
        if (head[0] != 22 && head[0] != 21 && head[0] != 20
                || head[1] != 3
                || length > 18 * 1024
                || length == 0) {
            throw new Ended(new Reply.Foreign(Octets.of(head)));
        }
        total += length;
        if (total > MOST) {
            throw new Malformed("more than " + MOST + " bytes of handshake");
        }
        byte[] body;
        try {
            body = wire.exactly(length);
        } catch (EOFException | SocketException e) {
            throw new Ended(new Reply.Closed());
        }
        if (head[0] == 21) {
            throw new Ended(new Reply.Alert(body[0] & 0xff, length > 1 ? body[1] & 0xff : -1));
        }
        if (head[0] == 22) {
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            joined.writeBytes(pending);
            joined.writeBytes(body);
            pending = joined.toByteArray();
        }
    }
}
