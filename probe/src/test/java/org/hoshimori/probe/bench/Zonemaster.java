package org.hoshimori.probe.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.probe.fleet.Host;

/// zonemaster, by the tags of its JSON. It asks port 53 only, so it runs with a name server of its
/// own in a network namespace. That server plays resolver and authority at once, as the fleet's
/// does; whether it resolves for strangers is therefore not compared.
final class Zonemaster implements Peer {

    private static final Pattern TAG = Pattern.compile("\"tag\"\\s*:\\s*\"([A-Z0-9_]+)\"");

    /// A namespace with nothing but loopback.
    private static final List<String> ALONE =
            List.of("unshare", "-Urn", "sh", "-c", "ip link set lo up && exec \"$@\"", "sh");

    private final Path folder;
    private boolean looked;

    Zonemaster(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "zonemaster";
    }

    @Override
    public String needs() {
        return "zonemaster-cli (Debian package) and network namespaces for users (unshare -Urn)";
    }

    @Override
    public boolean present() {
        List<String> command = new ArrayList<>(ALONE);
        command.add("echo");
        command.add("yes");
        return Tool.present("zonemaster-cli")
                && Tool.run(10, command).filter(out -> out.contains("yes")).isPresent();
    }

    @Override
    public Set<String> rules() {
        return Set.of(
                "dns.dnssec.bogus",
                "dns.dnssec.missing",
                "dns.delegation.single",
                "dns.delegation.dead",
                "dns.servers.transfer",
                "dns.servers.lame");
    }

    @Override
    public boolean looksAt(Host host) {
        return host.kind().equals("domain");
    }

    @Override
    public Optional<Set<String>> fails(Host host, int port) {
        Path file = folder.resolve(host.id() + ".json");
        if (!looked) {
            looked = true;
            List<String> command = new ArrayList<>(ALONE);
            command.addAll(
                    List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ZonemasterInside.class.getName(),
                            folder.toString()));
            Tool.run(600, command);
        }
        try {
            return Files.exists(file)
                    ? Optional.of(read(Files.readString(file)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> read(String json) {
        Set<String> tags = new TreeSet<>();
        Matcher tag = TAG.matcher(json);
        while (tag.find()) {
            tags.add(tag.group(1));
        }
        Set<String> failed = new TreeSet<>();
        for (String one : tags) {
            switch (one) {
                case "NOT_SIGNED" -> failed.add("dns.dnssec.missing");
                case "NOT_ENOUGH_NS_DEL" -> failed.add("dns.delegation.single");
                case "CAN_NOT_BE_RESOLVED" -> failed.add("dns.delegation.dead");
                case "AXFR_AVAILABLE" -> failed.add("dns.servers.transfer");
                case "NS_FAILED", "IS_NOT_AUTHORITATIVE" -> failed.add("dns.servers.lame");
                default -> {
                    if (one.contains("RRSIG_NOT_VALID") || one.contains("NO_MATCHING")) {
                        failed.add("dns.dnssec.bogus");
                    }
                }
            }
        }
        return failed;
    }
}
