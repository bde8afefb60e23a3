package org.hoshimori.probe.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// Which addresses are never contacted.
class GuardTests {

    private static final Guard STRICT = new Guard(false, List.of());

    private static boolean refused(String address) {
        return STRICT.refuses(InetAddress.ofLiteral(address)).isPresent();
    }

    @Test
    void addressesThatAreNotPublicAreRefused() {
        assertThat(
                        List.of(
                                "127.0.0.1",
                                "10.1.2.3",
                                "172.16.0.1",
                                "172.31.255.255",
                                "192.168.1.1",
                                "169.254.169.254",
                                "100.64.0.1",
                                "0.0.0.0",
                                "224.0.0.1",
                                "255.255.255.255",
                                "198.18.0.1",
                                "192.0.2.1",
                                "::1",
                                "::",
                                "fe80::1",
                                "fc00::1",
                                "fd12::1",
                                "ff02::1",
                                "2001:db8::1",
                                "2001::1"))
                .allMatch(GuardTests::refused);
        assertThat(List.of("8.8.8.8", "172.32.0.1", "2606:4700::1111", "203.0.112.1"))
                .noneMatch(GuardTests::refused);
    }

    @Test
    void anIpv4AddressInsideAnIpv6OneIsJudgedToo() throws Exception {
        assertThat(
                        List.of(
                                "64:ff9b::7f00:1",
                                "64:ff9b::10.0.0.1",
                                "2002:7f00:1::",
                                "2002:a00:1::1",
                                "64:ff9b:1::192.168.0.1",
                                "::127.0.0.1",
                                "::ffff:0:127.0.0.1",
                                "2606:4700::5efe:10.0.0.1"))
                .allMatch(GuardTests::refused);
        byte[] mapped = new byte[16];
        mapped[10] = -1;
        mapped[11] = -1;
        mapped[12] = 127;
        mapped[15] = 1;
        assertThat(STRICT.refuses(Inet6Address.getByAddress("x", mapped, 0))).isPresent();
        assertThat(refused("2002:808:808::1")).isFalse();
    }

    @Property(tries = 300)
    void everyMappedPrivateAddressIsRefusedHoweverWritten(@ForAll @Size(2) byte[] last)
            throws Exception {
        byte[] bytes = new byte[16];
        bytes[10] = -1;
        bytes[11] = -1;
        bytes[12] = (byte) 192;
        bytes[13] = (byte) 168;
        bytes[14] = last[0];
        bytes[15] = last[1];
        assertThat(STRICT.refuses(Inet6Address.getByAddress("x", bytes, 0))).isPresent();
    }

    @Test
    void theDoNotProbeListCoversNamesBelowAndBlocks() {
        Guard guard = new Guard(true, Guard.entries("example.jp  # no\n203.0.113.0/24\n\n# all\n"));
        assertThat(guard.refuses("www.EXAMPLE.jp.")).isPresent();
        assertThat(guard.refuses("example.jp.test")).isEmpty();
        assertThat(guard.refuses("notexample.jp")).isEmpty();
        assertThat(guard.refuses(InetAddress.ofLiteral("203.0.113.9"))).isPresent();
        assertThat(guard.refuses(InetAddress.ofLiteral("127.0.0.1"))).isEmpty();
    }

    @Test
    void nothingIsSentToARefusedAddress() {
        Reach reach = new Reach(STRICT, new Pace(10), 1000);
        assertThatThrownBy(() -> reach.open(InetAddress.ofLiteral("127.0.0.1"), 1))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("loopback");
    }
}
