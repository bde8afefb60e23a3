package org.hoshimori.probe.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.probe.fleet.Host;
import org.hoshimori.probe.fleet.NameServer;

/// dnsviz: whether a zone validates.
final class Dnsviz implements Peer {

    /// The status of the zone's own record: secure, insecure or bogus.
    private static final Pattern SOA = Pattern.compile("(?m)^\\s+\\[([.!-])\\S\\] SOA:");

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
        String server = "=127.0.0.1:" + names.port();
        // Every name above is served by the same server: nothing is asked of the real ones.
        String script =
                "dnsviz probe -A -4 -x .:a.root%1$s -x test:ns.test%1$s -x %2$s:ns.%2$s%1$s %2$s 2>/dev/null | dnsviz print -t %3$s 2>/dev/null"
                        .formatted(server, zone, folder.resolve("anchors"));
        return Tool.run(60, List.of("sh", "-c", script))
                .map(SOA::matcher)
                .filter(Matcher::find)
                .map(status ->
                        switch (status.group(1)) {
                            case "!" -> Set.of("dns.dnssec.bogus");
                            case "-" -> Set.of("dns.dnssec.missing");
                            default -> Set.of();
                        });
    }
}
