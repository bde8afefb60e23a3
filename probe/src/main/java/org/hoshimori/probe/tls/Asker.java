package org.hoshimori.probe.tls;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import org.hoshimori.probe.Endpoint;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.Octets;
import org.hoshimori.probe.reach.Reach;
import org.hoshimori.probe.reach.Wire;

/// Sends ClientHellos to one endpoint, a few at a time: one connection each, closed as soon as the
/// server has chosen.
final class Asker {

    private final Reach reach;
    private final Endpoint endpoint;
    private final Semaphore turns;
    private volatile Optional<Octets> foreign = Optional.empty();

    Asker(Reach reach, Endpoint endpoint) {
        this.reach = reach;
        this.endpoint = endpoint;
        // Mail servers throttle strangers who come all at once.
        this.turns = new Semaphore(endpoint.service().upgrades() ? 2 : 8);
    }

    /// What the server chose of this hello; nothing when it refused, or answered in another
    /// version.
    ///
    /// @param whole whether to read on for certificate, group and signature
    Optional<Reply.Chosen> choose(ClientHello hello, boolean whole) throws IOException, Malformed {
        Reply reply = ask(hello, whole);
        if (reply instanceof Reply.Chosen chosen && chosen.version() == hello.version()) {
            return Optional.of(chosen);
        }
        if (reply instanceof Reply.Foreign(Octets bytes)) {
            foreign = Optional.of(bytes);
        }
        return Optional.empty();
    }

    /// What came that is no TLS, if anything did.
    Optional<Octets> foreign() {
        return foreign;
    }

    /// Answers to questions that are asked side by side.
    <T> List<T> together(List<Callable<T>> questions) throws IOException, Malformed {
        return Together.all(reach, questions);
    }

    Reply ask(ClientHello hello, boolean whole) throws IOException, Malformed {
        take();
        try (Wire wire = open()) {
            wire.write(hello.encode());
            return new ReplyReader(wire).read(whole);
        } finally {
            turns.release();
        }
    }

    /// Whether the server answers an SSL 2.0 CLIENT-HELLO with a SERVER-HELLO.
    boolean answersSsl2() throws IOException {
        take();
        try (Wire wire = open()) {
            wire.write(ssl2());
            byte[] head = wire.exactly(3);
            return (head[0] & 0x80) != 0 && head[2] == 4;
        } catch (EOFException | java.net.SocketException e) {
            return false;
        } finally {
            turns.release();
        }
    }

    private void take() throws IOException {
        try {
            turns.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped");
        }
    }

    private Wire open() throws IOException {
        Wire wire = reach.open(endpoint.address(), endpoint.port());
        try {
            StartTls.upgrade(wire, endpoint.service());
            return wire;
        } catch (IOException e) {
            wire.close();
            throw e;
        }
    }

    private static byte[] ssl2() {
        int[] kinds = {0x010080, 0x020080, 0x030080, 0x040080, 0x050080, 0x060040, 0x0700c0};
        byte[] hello = new byte[2 + 9 + kinds.length * 3 + 16];
        int length = hello.length - 2;
        hello[0] = (byte) (0x80 | length >> 8);
        hello[1] = (byte) length;
        hello[2] = 1;
        hello[4] = 2;
        hello[6] = (byte) (kinds.length * 3);
        hello[10] = 16;
        int at = 11;
        for (int kind : kinds) {
            hello[at++] = (byte) (kind >> 16);
            hello[at++] = (byte) (kind >> 8);
            hello[at++] = (byte) kind;
        }
        for (int i = 0; i < 16; i++) {
            hello[at++] = (byte) (i + 1);
        }
        return hello;
    }
}
