package org.hoshimori.probe.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
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
        assertThat(ssh.cpe()).isEqualTo("cpe:2.3:a:openbsd:openssh:9.2:p1:*:*:*:*:*:*");
        assertThat(ssh.distribution()).isEqualTo("Debian");
        assertThat(Software.in("server: nginx/1.18.0 (Ubuntu)").orElseThrow().version())
                .isEqualTo("1.18.0");
        assertThat(Software.in("220 (vsFTPd 2.3.4)").orElseThrow().product()).isEqualTo("vsftpd");
        assertThat(Software.in("server: nginx")).isEmpty();
    }

    @Test
    void aRemoteDesktopTellsWhetherItAsksWhoOneIsFirst() {
        byte[] guarded = HexFormat.of().parseHex("030000130ed000001234000300080005000000");
        byte[] open = HexFormat.of().parseHex("030000130ed000001234000200080001000000");
        byte[] old = HexFormat.of().parseHex("0300000b06d00000123400");
        assertThat(RdpCheck.facts(guarded).orElseThrow().flag("nla")).isTrue();
        assertThat(RdpCheck.facts(open).orElseThrow().flag("accepts_without_nla")).isTrue();
        assertThat(RdpCheck.facts(open).orElseThrow().flag("tls")).isTrue();
        assertThat(RdpCheck.facts(old).orElseThrow().flag("accepts_without_nla")).isTrue();
        assertThat(RdpCheck.facts(old).orElseThrow().flag("tls")).isFalse();
    }

    @Test
    void sqlServerTellsItsVersion() {
        byte[] answer = HexFormat.of().parseHex("04010014000001000000060006ff0f0007d00000");
        assertThat(Databases.sqlServerVersion(answer)).isEqualTo("Microsoft SQL Server 15.0.2000");
        assertThat(Software.in(Databases.sqlServerVersion(answer)).orElseThrow().cpe())
                .isEqualTo("cpe:2.3:a:microsoft:sql_server:15.0.2000:*:*:*:*:*:*:*");
    }

    @Property(tries = 500)
    void anyAnswerOfADesktopShareOrDatabaseIsFactsOrNothing(
            @ForAll byte[] answer, @ForAll byte[] other) {
        byte[] desktop = other.clone();
        if (desktop.length > 5) {
            desktop[0] = 3;
            desktop[5] = (byte) 0xd0;
        }
        assertThat(RdpCheck.facts(desktop).isPresent()).isEqualTo(RdpCheck.answers(desktop));
        byte[] share = new byte[answer.length + 6];
        System.arraycopy(answer, 0, share, 6, answer.length);
        share[4] = (byte) 0xfe;
        share[5] = 'S';
        byte[] old = share.clone();
        old[4] = (byte) 0xff;
        SmbCheck.facts(share, old).ifPresent(facts -> assertThat(facts.get("smb1")).isPresent());
        byte[] database = answer.clone();
        if (database.length > 8) {
            database[0] = 4;
            database[8] = 0;
        }
        assertThat(Databases.sqlServerVersion(database)).isNotNull();
        assertThat(Databases.isMongo(answer)).isIn(true, false);
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
