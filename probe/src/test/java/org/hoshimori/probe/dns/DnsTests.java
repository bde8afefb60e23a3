package org.hoshimori.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Outcome;
import org.hoshimori.probe.fleet.NameServer;
import org.hoshimori.probe.fleet.Zone;
import org.hoshimori.probe.fleet.ZoneResolver;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

/// Questions, answers, and what failing ones mean.
class DnsTests {

    private static Dns over(NameServer names) throws Exception {
        return new Dns(
                new Upstream(
                        Optional.of(
                                new InetSocketAddress(
                                        InetAddress.getLoopbackAddress(), names.port()))));
    }

    @Test
    void aSignedZoneIsSecureAForgedOneBogusWithAReason() throws Exception {
        try (NameServer names = new NameServer()) {
            DnssecCheck check = new DnssecCheck(names.anchors(), Clock.systemUTC());
            Facts good = check.look("signed.test", over(names)).outcome().facts();
            assertThat(good.word("status")).isEqualTo("secure");
            assertThat(good.words("algorithms")).containsExactly("ECDSAP256SHA256");
            Facts bad = check.look("bogus.test", over(names)).outcome().facts();
            assertThat(bad.word("status")).isEqualTo("bogus");
            assertThat(bad.word("reason")).isNotEmpty();
            assertThat(check.secure("signed.test", Type.TXT, over(names))).isTrue();
            assertThat(check.secure("bogus.test", Type.TXT, over(names))).isFalse();
        }
    }

    @Test
    void localhostIsOnesOwnMachineAndNeverAskedFor() throws Exception {
        try (NameServer names = new NameServer(new Zone().add("localhost. A 192.0.2.1"))) {
            for (String name : List.of("localhost", "LOCALHOST.", "app.localhost")) {
                assertThat(over(names).addresses(name))
                        .containsExactly(InetAddress.getLoopbackAddress());
            }
            assertThat(over(names).addresses("notlocalhost")).isEmpty();
        }
    }

    @Test
    void signaturesOutsideTheirDatesAreBogus() throws Exception {
        try (NameServer names = new NameServer()) {
            Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(30));
            assertThat(
                            new DnssecCheck(names.anchors(), later)
                                    .look("signed.test", over(names))
                                    .outcome()
                                    .facts()
                                    .word("status"))
                    .isEqualTo("bogus");
        }
    }

    @Test
    void aServersFailureIsInconclusiveAndSilenceATimeOut() throws Exception {
        Zone zone = new Zone();
        zone.fails(Name.fromString("broken.test."), Rcode.SERVFAIL);
        zone.ignores(Name.fromString("silent.test."));
        Dns dns = new Dns(new ZoneResolver(zone));
        assertThat(new CaaCheck().look("broken.test", dns).outcome())
                .isInstanceOf(Outcome.Inconclusive.class);
        assertThat(new DelegationCheck().look("silent.test", dns).outcome())
                .isInstanceOf(Outcome.TimedOut.class);
    }

    @Test
    void caaIsLookedForUpwardsAndAliasesAreFollowedWithinBounds() throws Exception {
        Dns dns =
                new Dns(
                        new ZoneResolver(
                                new Zone()
                                        .add(
                                                "a.test. CAA 0 issue \"ca.test\"\nx.www.a.test. A 127.0.0.1\nl1.test. CNAME l2.test.\nl2.test. CNAME l1.test.")));
        assertThat(new CaaCheck().look("x.www.a.test", dns).outcome().facts().word("found_at"))
                .isEqualTo("a.test");
        assertThat(dns.ask("l1.test", Type.A)).isInstanceOf(Answer.Failed.class);
    }
}
