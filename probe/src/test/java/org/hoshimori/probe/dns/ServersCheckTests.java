package org.hoshimori.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hoshimori.probe.Sight;
import org.hoshimori.probe.fleet.NameServer;
import org.hoshimori.probe.fleet.Zone;
import org.hoshimori.probe.fleet.ZoneResolver;
import org.hoshimori.probe.reach.Guard;
import org.hoshimori.probe.reach.Pace;
import org.hoshimori.probe.reach.Reach;
import org.junit.jupiter.api.Test;

/// What a domain's own servers do for strangers; the fleet holds those that forget or hand over.
class ServersCheckTests {

    private static final String RECORDS =
            """
            open.test. SOA ns.open.test. h.open.test. 1 3600 600 86400 300
            open.test. NS ns.open.test.
            ns.open.test. A 127.0.0.1
            """;

    private static Sight look(Zone zone, boolean allowPrivate) throws Exception {
        return look(zone, zone, allowPrivate);
    }

    /// @param known what the resolver knows
    private static Sight look(Zone served, Zone known, boolean allowPrivate) throws Exception {
        try (NameServer server = new NameServer(served)) {
            Reach reach = new Reach(new Guard(allowPrivate, List.of()), new Pace(20), 5000);
            return new ServersCheck(reach, server.port())
                    .look("open.test", new Dns(new ZoneResolver(known)));
        }
    }

    @Test
    void aServerThatKnowsTheRootForAnybodyIsAnOpenResolver() throws Exception {
        Zone open = new Zone().add(RECORDS).add(". NS a.root.test.");
        assertThat(look(open, true).outcome().facts().words("resolves_for_anybody"))
                .containsExactly("ns.open.test");
        assertThat(
                        look(new Zone().add(RECORDS), true)
                                .outcome()
                                .facts()
                                .words("resolves_for_anybody"))
                .isEmpty();
    }

    @Test
    void aServerThatNamesNoServersHasNoOtherOpinion() throws Exception {
        Zone mute =
                new Zone().add("open.test. SOA ns.open.test. h.open.test. 1 3600 600 86400 300");
        assertThat(look(mute, new Zone().add(RECORDS), true).outcome().facts().words("server_sets"))
                .isEmpty();
    }

    @Test
    void serversInsideAreNotAskedUnlessAllowed() throws Exception {
        assertThat(look(new Zone().add(RECORDS), false).outcome().settled()).isFalse();
    }
}
