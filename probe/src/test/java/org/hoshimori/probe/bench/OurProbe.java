package org.hoshimori.probe.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.hoshimori.probe.BundleReader;
import org.hoshimori.probe.Observation;

/// The command as people run it: a process of its own with the launcher's flags.
final class OurProbe {

    /// As in `./hoshimori`.
    private static final List<String> FLAGS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:+UseCompactObjectHeaders",
                    "-Xmx384m",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:-UsePerfData",
                    "-Dfile.encoding=UTF-8");

    private final Path jar;
    private final Path folder;
    private final Path authority;

    OurProbe(Path jar, Path folder, Path authority) {
        this.jar = jar;
        this.folder = folder;
        this.authority = authority;
    }

    /// @param millis from start to end of the process, its own start included
    /// @param megabytes most memory resident at once
    /// @param byTarget what was seen, by target as given
    record Run(long millis, long megabytes, Map<String, List<Observation>> byTarget) {}

    Run run(List<String> targets, List<String> more) throws IOException, InterruptedException {
        Path list = Files.write(folder.resolve("targets"), targets);
        Path out = folder.resolve("seen.jsonl");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        Path cache = jar.resolveSibling("probe.aot");
        if (Files.exists(cache)) {
            command.add("-XX:AOTCache=" + cache);
        }
        command.addAll(List.of("-jar", jar.toString(), "probe", "--json", "--allow-private"));
        command.addAll(List.of("--ca", authority.toString(), "--from", list.toString()));
        command.addAll(more);
        long start = System.nanoTime();
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        long most = 0;
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
            most = Math.max(most, resident(process.pid()));
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        Map<String, List<Observation>> byTarget = new TreeMap<>();
        for (Observation seen : BundleReader.read(Files.readAllBytes(out)).observations()) {
            byTarget.computeIfAbsent(seen.target(), _ -> new ArrayList<>()).add(seen);
        }
        return new Run(millis, most, byTarget);
    }

    /// The process's high-water mark as Linux keeps it; 0 elsewhere.
    private static long resident(long pid) {
        try {
            for (String line :
                    Files.readAllLines(
                            Path.of("/proc/" + pid + "/status"), StandardCharsets.US_ASCII)) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
                }
            }
        } catch (IOException e) {
            // It has just ended.
            return 0;
        }
        return 0;
    }
}
