package org.hoshimori.probe.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hoshimori.probe.Json;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.fleet.Host;
import tools.jackson.databind.JsonNode;

/// MDN's HTTP Observatory from npm, by its JSON.
final class Observatory implements Peer {

    private final Path command;
    private final Path authority;

    /// @param command its script, which `bench/probe` puts there
    Observatory(Path command, Path authority) {
        this.command = command;
        this.authority = authority;
    }

    @Override
    public String name() {
        return "MDN Observatory";
    }

    @Override
    public String needs() {
        return "node, npm and @mdn/mdn-http-observatory";
    }

    @Override
    public boolean present() {
        return Files.exists(command);
    }

    @Override
    public Set<String> rules() {
        return Set.of(
                "web.hsts.missing",
                "web.hsts.short",
                "web.csp.missing",
                "web.csp.weak",
                "web.cookies.session",
                "web.headers.sniff",
                "web.headers.cors");
    }

    @Override
    public boolean looksAt(Host host) {
        return host.kind().equals("tls") && host.word("service", "").equals("https");
    }

    @Override
    public Optional<Set<String>> fails(Host host, int port) {
        return Tool.run(
                        60,
                        List.of(
                                "env",
                                "NODE_EXTRA_CA_CERTS=" + authority,
                                "node",
                                command.toString(),
                                "127.0.0.1:" + port))
                .flatMap(Observatory::read);
    }

    private static Optional<Set<String>> read(String json) {
        try {
            JsonNode tests =
                    Json.read(json.substring(Math.max(0, json.indexOf('{')))).path("tests");
            if (!tests.isObject()) {
                return Optional.empty();
            }
            Set<String> failed = new TreeSet<>();
            String hsts = result(tests, "strict-transport-security");
            add(
                    failed,
                    "web.hsts.missing",
                    hsts.matches("hsts-(not-implemented|header-invalid).*"));
            add(failed, "web.hsts.short", hsts.contains("less-than"));
            String csp = result(tests, "content-security-policy");
            add(failed, "web.csp.missing", csp.contains("not-implemented"));
            add(
                    failed,
                    "web.csp.weak",
                    csp.matches("csp-implemented-with-(unsafe-inline|insecure-scheme)$"));
            String cookies = result(tests, "cookies");
            add(failed, "web.cookies.session", cookies.startsWith("cookies-session-without"));
            add(
                    failed,
                    "web.headers.sniff",
                    !result(tests, "x-content-type-options")
                            .equals("x-content-type-options-nosniff"));
            add(
                    failed,
                    "web.headers.cors",
                    result(tests, "cross-origin-resource-sharing").contains("universal"));
            return Optional.of(failed);
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    private static String result(JsonNode tests, String name) {
        return tests.path(name).path("result").asString("");
    }

    private static void add(Set<String> failed, String rule, boolean fails) {
        if (fails) {
            failed.add(rule);
        }
    }
}
