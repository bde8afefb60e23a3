package org.hoshimori.probe.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hoshimori.probe.fleet.Host;
import org.hoshimori.probe.fleet.NameServer;

/// dnsviz: whether a zone validates.
final class Dnsviz implements Peer {

    private final NameServer names;
    private final Path folder;

    Dnsviz(NameServer names, Path folder) {
        this.names = names;
        this.folder = folder;
    }

    @Override
    public String name() {
        return "dnsviz";
    }

    @Override
    public String needs() {
        return "dnsviz (Debian package)";
    }

    @Override
    public boolean present() {
        return Tool.present("dnsviz");
    }

    @Override
    public Set<String> rules() {
        return Set.of("dns.dnssec.bogus", "dns.dnssec.missing");
    }

    @Override
    public boolean looksAt(Host host) {
        return host.kind().equals("domain");
    }

    @Override
    public Optional<Set<String>> fails(Host host, int port) {
        String zone = host.id();
        String script =
                "dnsviz probe -A -4 -x %s+:ns.%s=127.0.0.1:%d %s 2>/dev/null | dnsviz grok -t %s -l info 2>/dev/null"
                        .formatted(zone, zone, names.port(), zone, folder.resolve("anchors"));
        return Tool.run(120, List.of("sh", "-c", script))
                .filter(out -> !out.isBlank())
                .map(json -> {
                    Set<String> failed = new TreeSet<>();
                    if (json.contains("\"status\": \"BOGUS\"")) {
                        failed.add("dns.dnssec.bogus");
                    } else if (!json.contains("\"status\": \"SECURE\"")) {
                        failed.add("dns.dnssec.missing");
                    }
                    return failed;
                });
    }
}
