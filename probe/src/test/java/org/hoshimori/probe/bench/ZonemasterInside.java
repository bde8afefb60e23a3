package org.hoshimori.probe.bench;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.probe.fleet.Host;
import org.hoshimori.probe.fleet.Hosts;
import org.hoshimori.probe.fleet.NameServer;
import org.hoshimori.probe.fleet.Zone;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/// Raises the fleet's name server on port 53, which zonemaster asks and nobody may change, and lets
/// zonemaster look at every domain. To be run in a network namespace of its own, where that port is
/// free and nothing else can be reached.
public final class ZonemasterInside {

    private ZonemasterInside() {}

    /// @param args where to put what it said, one JSON file a domain
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        List<InetAddress> addresses = new ArrayList<>();
        for (String address : List.of("127.0.0.1", "127.0.1.1", "127.0.0.53")) {
            addresses.add(InetAddress.getByName(address));
        }
        Path hints =
                Files.writeString(folder.resolve("hints"), ". NS a.root.\na.root. A 127.0.0.53\n");
        try (NameServer names = new NameServer(addresses, 53)) {
            names.zone()
                    .add(
                            ". SOA a.root. h.root. 1 3600 600 86400 300\n. NS a.root.\na.root. A 127.0.0.53\n")
                    .add("test. SOA a.root. h.root. 1 3600 600 86400 300\ntest. NS a.root.\n");
            for (Host host : Hosts.all()) {
                if (host.kind().equals("domain")) {
                    List<String> command =
                            new ArrayList<>(
                                    List.of(
                                            "zonemaster-cli",
                                            "--json",
                                            "--no-ipv6",
                                            "--no-progress",
                                            "--level",
                                            "INFO",
                                            "--hints",
                                            hints.toString()));
                    command.addAll(delegation(names.zone(), host.id()));
                    command.add(host.id());
                    Optional<String> said = Tool.run(180, command);
                    if (said.isPresent()) {
                        Files.writeString(folder.resolve(host.id() + ".json"), said.get());
                    }
                }
            }
        }
        System.exit(0);
    }

    /// The servers and keys that the domain above would name.
    private static List<String> delegation(Zone zone, String domain) throws Exception {
        Name apex = Name.fromString(domain + ".");
        Set<String> given = new LinkedHashSet<>();
        for (Record record : zone.at(apex)) {
            switch (record) {
                case NSRecord server -> {
                    String name = server.getTarget().toString(true);
                    List<Record> there = zone.at(server.getTarget());
                    boolean known = false;
                    for (Record address : there) {
                        if (address instanceof ARecord a) {
                            known = true;
                            given.add("--ns=" + name + "/" + a.getAddress().getHostAddress());
                        }
                    }
                    if (!known) {
                        given.add("--ns=" + name);
                    }
                }
                case DNSKEYRecord key -> {
                    DSRecord ds = new DSRecord(apex, 1, 300, DNSSEC.Digest.SHA256, key);
                    given.add(
                            "--ds=%d,%d,%d,%s"
                                    .formatted(
                                            ds.getFootprint(),
                                            ds.getAlgorithm(),
                                            ds.getDigestID(),
                                            java.util.HexFormat.of().formatHex(ds.getDigest())));
                }
                default -> {
                    // Not of the delegation.
                }
            }
        }
        return List.copyOf(given);
    }
}
