package org.hoshimori.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hoshimori.probe.Endpoint;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Protocol;
import org.hoshimori.probe.dns.Dns;
import org.hoshimori.probe.fleet.Zone;
import org.hoshimori.probe.fleet.ZoneResolver;
import org.hoshimori.probe.reach.Guard;
import org.hoshimori.probe.reach.Pace;
import org.hoshimori.probe.reach.Reach;
import org.junit.jupiter.api.Test;

/// A host cannot send the probe where it must not go.
class RedirectGuardTests {

    @Test
    void aRedirectToARefusedAddressIsNotFollowedNorOneByName() throws IOException {
        for (String place : List.of("127.0.0.2", "inside.test")) {
            try (ServerSocket outside = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
                    ServerSocket inside =
                            new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.2"))) {
                String location = "http://" + place + ":" + inside.getLocalPort() + "/";
                Thread.ofVirtual().start(() -> redirect(outside, location));
                Dns dns = new Dns(new ZoneResolver(new Zone().add("inside.test. A 127.0.0.2")));
                Reach reach =
                        new Reach(new Guard(true, List.of("127.0.0.2/32")), new Pace(10), 5000);
                Endpoint endpoint =
                        new Endpoint(
                                "127.0.0.1",
                                outside.getInetAddress(),
                                outside.getLocalPort(),
                                Protocol.HTTP);
                Facts facts =
                        new RedirectCheck(new HttpExchange(reach, dns))
                                .look(endpoint)
                                .outcome()
                                .facts();
                assertThat(facts.words("hops")).containsExactly(location);
                assertThat(facts.word("stopped")).isEqualTo("on the do-not-probe list");
                inside.setSoTimeout(50);
                assertThat(untouched(inside)).isTrue();
            }
        }
    }

    private static boolean untouched(ServerSocket server) throws IOException {
        try (Socket _ = server.accept()) {
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        }
    }

    private static void redirect(ServerSocket server, String location) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().read(new byte[2048]);
            socket.getOutputStream()
                    .write(
                            ("HTTP/1.1 302 Found\r\nLocation: "
                                            + location
                                            + "\r\nContent-Length: 0\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return;
        }
    }
}
