package org.hoshimori.probe.bench;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hoshimori.probe.fleet.Host;

/// ssh-audit, by its text: whatever it marks as a failure.
final class SshAudit implements Peer {

    private static final Pattern FAIL = Pattern.compile("(?m)^\\((kex|key|enc|mac)\\).*\\[fail\\]");

    @Override
    public String name() {
        return "ssh-audit";
    }

    @Override
    public String needs() {
        return "ssh-audit (Debian package)";
    }

    @Override
    public boolean present() {
        return Tool.present("ssh-audit");
    }

    @Override
    public Set<String> rules() {
        return Set.of("network.ssh.weak", "network.ssh.one");
    }

    @Override
    public boolean looksAt(Host host) {
        return !host.words("ssh").isEmpty();
    }

    @Override
    public Optional<Set<String>> fails(Host host, int port) {
        return Tool.run(60, List.of("ssh-audit", "-n", "-p", String.valueOf(port), "127.0.0.1"))
                .map(text -> {
                    Set<String> failed = new TreeSet<>();
                    if (FAIL.matcher(text).find()) {
                        failed.add("network.ssh.weak");
                    }
                    if (text.contains("SSH1 enabled") || text.contains("SSH-1.")) {
                        failed.add("network.ssh.one");
                    }
                    return failed;
                });
    }
}
