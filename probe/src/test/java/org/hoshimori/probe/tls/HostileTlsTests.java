package org.hoshimori.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.Protocol;
import org.hoshimori.probe.reach.Guard;
import org.hoshimori.probe.reach.Pace;
import org.hoshimori.probe.reach.Reach;
import org.hoshimori.probe.reach.Wire;
import org.junit.jupiter.api.Test;

/// The reader of TLS against bytes of any kind, and what our own hellos look like.
class HostileTlsTests {

    private static Object answer(byte[] bytes) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual()
                    .start(() -> {
                        try (Socket socket = server.accept()) {
                            socket.getOutputStream().write(bytes);
                        } catch (IOException e) {
                            return;
                        }
                    });
            Reach reach = new Reach(new Guard(true, List.of()), new Pace(10), 5000);
            try (Wire wire = reach.open(InetAddress.getLoopbackAddress(), server.getLocalPort())) {
                return new ReplyReader(wire).read(true);
            } catch (Malformed e) {
                return e;
            }
        }
    }

    @Property(tries = 100)
    void anyBytesGiveAReplyOrANamedFault(@ForAll byte[] bytes) throws IOException {
        assertThat(answer(bytes)).isInstanceOfAny(Reply.class, Malformed.class);
    }

    @Property(tries = 150)
    void anyHandshakeBodyGivesAReplyOrANamedFault(@ForAll byte[] body) throws IOException {
        byte[] record = new byte[body.length + 9];
        record[0] = 22;
        record[1] = 3;
        record[2] = 3;
        record[3] = (byte) (body.length + 4 >> 8);
        record[4] = (byte) (body.length + 4);
        record[5] = 2;
        record[7] = (byte) (body.length >> 8);
        record[8] = (byte) body.length;
        System.arraycopy(body, 0, record, 9, body.length);
        assertThat(answer(record)).isInstanceOfAny(Reply.class, Malformed.class);
    }

    @Property(tries = 60)
    void whateverAServiceSaysBeforeTlsIsAnUpgradeOrANamedFault(
            @ForAll("services") Protocol service, @ForAll byte[] bytes) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual()
                    .start(() -> {
                        try (Socket socket = server.accept()) {
                            socket.getOutputStream().write(bytes);
                            socket.shutdownOutput();
                            socket.getInputStream().readAllBytes();
                        } catch (IOException e) {
                            return;
                        }
                    });
            Reach reach = new Reach(new Guard(true, List.of()), new Pace(10), 5000);
            try (Wire wire = reach.open(InetAddress.getLoopbackAddress(), server.getLocalPort())) {
                StartTls.upgrade(wire, service);
            } catch (IOException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    @Provide
    Arbitrary<Protocol> services() {
        return Arbitraries.of(
                Protocol.SMTP,
                Protocol.IMAP,
                Protocol.POP3,
                Protocol.FTP,
                Protocol.LDAP,
                Protocol.POSTGRES);
    }

    @Test
    void aHelloReadsBackAsTheStandardWritesIt() throws Malformed {
        byte[] hello =
                ClientHello.of(Version.TLS13, Suites.modern(), Optional.of("a.test")).encode();
        Cursor record = new Cursor(hello);
        assertThat(record.number(1)).isEqualTo(22);
        record.skip(2);
        Cursor message = record.vector(2);
        assertThat(record.more()).isFalse();
        assertThat(message.number(1)).isEqualTo(1);
        Cursor body = message.vector(3);
        assertThat(message.more()).isFalse();
        assertThat(body.number(2)).isEqualTo(0x0303);
        body.skip(32);
        body.vector(1);
        assertThat(body.vector(2).left()).isEqualTo(2 * (Suites.modern().size() + 1));
        body.vector(1);
        Cursor extensions = body.vector(2);
        assertThat(body.more()).isFalse();
        List<Integer> types = new java.util.ArrayList<>();
        while (extensions.more()) {
            types.add(extensions.number(2));
            extensions.vector(2);
        }
        assertThat(types).contains(0, 10, 13, 43, 51).doesNotHaveDuplicates();
    }

    @Test
    void namesMatchAsRfc9525Says() {
        assertThat(CertificateNames.match("*.a.test", "www.a.test")).isTrue();
        assertThat(CertificateNames.match("*.a.test", "a.test")).isFalse();
        assertThat(CertificateNames.match("*.a.test", "x.www.a.test")).isFalse();
        assertThat(CertificateNames.match("*.test", "a.test")).isFalse();
        assertThat(CertificateNames.match("w*.a.test", "www.a.test")).isFalse();
        assertThat(CertificateNames.match("A.test", "a.TEST")).isTrue();
        assertThat(CertificateNames.match("127.0.0.1", "127.0.0.1")).isTrue();
    }

    @Test
    void suitesAreWorthWhatTheirNamesSay() {
        assertThat(Suites.of(0xC02F))
                .satisfies(s -> {
                    assertThat(s.forwardSecret()).isTrue();
                    assertThat(s.authenticated()).isTrue();
                    assertThat(s.bits()).isEqualTo(128);
                    assertThat(s.broken()).isFalse();
                });
        assertThat(Suites.of(0x0003))
                .satisfies(s ->
                        assertThat(s.export() && s.rc4() && s.bits() == 40 && s.broken()).isTrue());
        assertThat(Suites.of(0x0034))
                .satisfies(s -> assertThat(s.anonymous() && s.broken()).isTrue());
        assertThat(Suites.of(0x003B))
                .satisfies(s -> assertThat(s.unencrypted() && s.bits() == 0).isTrue());
        assertThat(Suites.of(0x000A))
                .satisfies(
                        s -> assertThat(s.smallBlock() && s.bits() == 112 && !s.broken()).isTrue());
        assertThat(Suites.of(0x1302).bits()).isEqualTo(256);
        assertThat(Suites.older()).hasSizeGreaterThan(300);
    }
}
