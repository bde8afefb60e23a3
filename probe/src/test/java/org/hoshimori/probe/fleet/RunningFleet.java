package org.hoshimori.probe.fleet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/// The fleet as a child process; closing it ends the process.
public final class RunningFleet implements AutoCloseable {

    private final Process process;
    private final Map<String, Integer> ports = new TreeMap<>();
    private final Path authority;
    private String tlsa = "";

    public RunningFleet(Path folder) throws IOException {
        this(folder, 1, 0);
    }

    /// @param copies how many times each host is raised; further ones are named `id#2` …
    /// @param late milliseconds by which each answer is late
    public RunningFleet(Path folder, int copies, int late) throws IOException {
        this.authority = folder.resolve("fleet-root.pem");
        this.process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                Fleet.class.getName(),
                                authority.toString(),
                                String.valueOf(copies),
                                String.valueOf(late))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); !"ready".equals(line); line = lines.readLine()) {
            if (line == null) {
                throw new IOException("the fleet did not start");
            }
            String[] parts = line.split(" ");
            if (parts[0].equals("tlsa")) {
                tlsa = parts[1];
            } else {
                ports.put(parts[0], Integer.parseInt(parts[1]));
            }
        }
    }

    /// Every raised host by its id.
    public Map<String, Integer> ports() {
        return Map.copyOf(ports);
    }

    /// A host as the probe is given it.
    public String target(Host host) {
        return host.target(host.kind().equals("domain") ? 0 : port(host.id()));
    }

    public int port(String id) {
        Integer port = ports.get(id);
        if (port == null) {
            throw new IllegalArgumentException("no host " + id);
        }
        return port;
    }

    /// The SHA-256 of the public key that most hosts have, in hex, as a TLSA record `3 1 1` says
    /// it.
    public String tlsa() {
        return tlsa;
    }

    /// The fleet's own authority, in PEM form.
    public Path authority() {
        return authority;
    }

    /// Milliseconds of processor that the servers have used so far; 0 where the system does not
    /// tell.
    public long processorMillis() {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.destroy();
    }
}
