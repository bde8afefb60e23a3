package org.hoshimori.platform.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hoshimori.rules.Text;
import org.springframework.boot.system.ApplicationHome;
import picocli.CommandLine;

/// `hoshimori probe` and `hoshimori rate`: they run in a process of their own with nothing of ours
/// in it (ADR 0016), which lies beside the application.
@CommandLine.Command
final class OutsideView implements Callable<Integer> {

    static final List<String> NAMES = List.of("probe", "rate");
    private static final List<String> KEPT = List.of("PATH", "HOME", "LANG", "LC_ALL", "TZ");

    private OutsideView() {}

    /// Shows the command among the others; it is run by [#run].
    static OutsideView named() {
        return new OutsideView();
    }

    @Override
    public Integer call() {
        throw new IllegalStateException("run() starts it before");
    }

    /// Starts the probe's own program with the same arguments and streams.
    static int run(List<String> args, Console console) {
        return run(args, console, new ApplicationHome(OutsideView.class).getDir().toPath());
    }

    static int run(List<String> args, Console console, Path home) {
        Optional<Path> jar = jar(home);
        if (jar.isEmpty()) {
            console.fault(
                    console.say(
                            new Text(
                                    "hoshimori: %s は別の小さなプログラム (probe.jar) で動きますが、%s の隣に見つかりません。./hoshimori %s … を使うか、probe/probe.jar と probe/lib を隣に置いてください"
                                            .formatted(args.getFirst(), home, args.getFirst()),
                                    "hoshimori: %s runs in a small program of its own (probe.jar), which is not beside %s; use ./hoshimori %s …, or put probe/probe.jar and probe/lib there"
                                            .formatted(args.getFirst(), home, args.getFirst()))));
            return Command.WRONG;
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx384m", "-Dfile.encoding=UTF-8", "-jar"));
        command.add(jar.get().toString());
        command.addAll(args);
        ProcessBuilder process = new ProcessBuilder(command).inheritIO();
        // No setting, database address or key of the server reaches it.
        process.environment().keySet().removeIf(name -> !KEPT.contains(name));
        try {
            return process.start().waitFor();
        } catch (IOException e) {
            console.fault("hoshimori: " + e.getMessage());
            return Command.WRONG;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Command.WRONG;
        }
    }

    /// Beside the unpacked application, or where the build leaves it.
    private static Optional<Path> jar(Path home) {
        return List.of(
                        home.resolve("probe").resolve("probe.jar"),
                        home.resolve(Path.of("..", "..", "probe", "target", "probe.jar")))
                .stream()
                .map(Path::normalize)
                .filter(Files::isRegularFile)
                .filter(jar -> Files.isDirectory(jar.resolveSibling("lib")))
                .findFirst();
    }
}
