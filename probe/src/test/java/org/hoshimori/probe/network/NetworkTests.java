package org.hoshimori.probe.network;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.Protocol;
import org.junit.jupiter.api.Test;

/// What banners tell.
class NetworkTests {

    @Test
    void softwareIsNamedWithItsCpeAndItsDistribution() {
        Software ssh = Software.in("SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u10").orElseThrow();
        assertThat(ssh.cpe()).isEqualTo("cpe:2.3:a:openbsd:openssh:9.2:p1:*:*:*:*:*");
        assertThat(ssh.distribution()).isEqualTo("Debian");
        assertThat(Software.in("server: nginx/1.18.0 (Ubuntu)").orElseThrow().version())
                .isEqualTo("1.18.0");
        assertThat(Software.in("220 (vsFTPd 2.3.4)").orElseThrow().product()).isEqualTo("vsftpd");
        assertThat(Software.in("server: nginx")).isEmpty();
    }

    @Property(tries = 500)
    void anyBannerIsSomeService(@ForAll byte[] banner) {
        assertThat(Greeting.service(banner, Protocol.UNKNOWN)).isNotNull();
        assertThat(Greeting.answered(banner, Protocol.REDIS))
                .isIn(Protocol.REDIS, Protocol.UNKNOWN);
    }

    @Property(tries = 500)
    void anySshListIsReadOrANamedFault(@ForAll byte[] tail) {
        byte[] packet = new byte[tail.length + 17];
        packet[0] = 20;
        System.arraycopy(tail, 0, packet, 17, tail.length);
        try {
            assertThat(SshCheck.facts("SSH-2.0-x", packet).get("terrapin")).isPresent();
        } catch (Malformed e) {
            assertThat(e.problem()).isNotEmpty();
        }
    }
}
