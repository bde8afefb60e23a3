package org.hoshimori.probe.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import org.hoshimori.probe.Outcome;
import org.hoshimori.probe.Sight;
import org.hoshimori.probe.reach.Guard;
import org.hoshimori.probe.reach.Pace;
import org.hoshimori.probe.reach.Reach;
import org.junit.jupiter.api.Test;

/// What only one of the two kinds of addresses can show; the fleet holds a host that refuses.
class Ipv6CheckTests {

    private static Sight look(List<InetAddress> addresses, int port) {
        Reach reach = new Reach(new Guard(true, List.of()), new Pace(20), 5000);
        return new Ipv6Check(reach).look("six.test", addresses, List.of(port));
    }

    @Test
    void aNameWithoutIpv6IsNoFinding() throws Exception {
        assertThat(look(List.of(InetAddress.getByName("127.0.0.1")), 1).outcome())
                .isEqualTo(new Outcome.Absent());
    }

    @Test
    void whoAnswersByIpv6IsSeen() throws Exception {
        InetAddress six = InetAddress.getByName("::1");
        try (ServerSocket server = new ServerSocket()) {
            try {
                server.bind(new InetSocketAddress(six, 0));
            } catch (IOException e) {
                assumeTrue(false, "no IPv6 on loopback here: " + e.getMessage());
            }
            assertThat(look(List.of(six), server.getLocalPort()).outcome().facts().words("answers"))
                    .hasSize(1);
        }
    }

    @Test
    void whatRefusesByBothIsNoFindingOfIpv6() throws Exception {
        int closed;
        try (ServerSocket server = new ServerSocket(0)) {
            closed = server.getLocalPort();
        }
        Sight sight =
                look(
                        List.of(InetAddress.getByName("127.0.0.1"), InetAddress.getByName("::1")),
                        closed);
        assertThat(sight.outcome().settled()).isFalse();
    }
}
