package org.hoshimori.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hoshimori.log.DumpVerdict;
import org.hoshimori.log.DumpVerifier;
import org.hoshimori.log.SignedCheckpoint;
import org.hoshimori.log.VerifierKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// The real application in a process of its own, playing the sample nation: something one can kill.
final class Instance implements AutoCloseable {

    private static final long START_SECONDS = 180;
    private static final Pattern PLAYER =
            Pattern.compile(
                    "name=\"account\" value=\"([0-9a-f-]{36})\">\\s*"
                            + "<input type=\"hidden\" name=\"continueTo\" value=\"([^\"]*)\"");

    private final Process process;
    private final Path data;
    private final Path log;
    private final String home;
    private final boolean ownsDatabase;

    private Instance(Process process, Path data, Path log, String home, boolean ownsDatabase) {
        this.process = process;
        this.data = data;
        this.log = log;
        this.home = home;
        this.ownsDatabase = ownsDatabase;
    }

    /// A folder for the files of instances.
    static Path folder() throws IOException {
        Path target = Files.createDirectories(Path.of("target", "test-data"));
        return Files.createTempDirectory(target, "instance").toAbsolutePath();
    }

    /// Starts on a folder, with a database of its own, and waits for the sample nation.
    static Instance start(Path data, String... settings) throws IOException {
        return begin(data, Map.of(), settings).awaitNation();
    }

    /// Starts on an empty folder and comes back in the middle of the play.
    static Instance inTheMiddleOfThePlay(Path data) throws IOException {
        Instance instance = begin(data, Map.of());
        instance.await(() -> instance.steps() > 40);
        return instance;
    }

    /// Starts another instance beside this one: same files, same database.
    Instance beside(String... settings) throws IOException {
        String url = Files.readString(data.resolve("postgres/url")).strip();
        return begin(data, Map.of("HOSHIMORI_DATABASE_URL", url), settings).awaitNation();
    }

    private static Instance begin(Path data, Map<String, String> environment, String... settings)
            throws IOException {
        int port = FreePort.next();
        String home = "http://localhost:" + port;
        Path log = data.resolve("instance-" + port + ".log");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx320m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "org.hoshimori.platform.Platform",
                                "demo",
                                "--server.port=" + port,
                                "--hoshimori.data=" + data,
                                "--hoshimori.public-url=" + home,
                                "--hoshimori.database.programs="
                                        + Path.of("target", "postgres-programs")));
        command.addAll(List.of(settings));
        var builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("CLASSPATH", classPath());
        builder.environment().putAll(environment);
        return new Instance(builder.start(), data, log, home, environment.isEmpty());
    }

    /// As users have it: what only tests bring must not be found by the scan for components.
    private static String classPath() {
        String whole =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(whole.split(File.pathSeparator))
                .filter(entry -> !entry.replaceFirst("/$", "").endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Instance awaitNation() throws IOException {
        await(() -> PLAYER.matcher(visit().get("/").body()).find());
        return this;
    }

    private void await(Callable<Boolean> condition) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (process.isAlive() && System.nanoTime() < end) {
            try {
                if (condition.call()) {
                    return;
                }
            } catch (Exception e) {
                // Nobody listens yet.
            }
            pause(100);
        }
        String said = Files.readString(log);
        close();
        throw new AssertionError("the instance did not come up:\n" + said);
    }

    /// How far the nation was played.
    int steps() throws IOException {
        return jdbc().sql("select steps from demo.progress").query(Integer.class).single();
    }

    /// What it wrote to its log.
    String said() throws IOException {
        return Files.readString(log);
    }

    /// As Ctrl+C does.
    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String home() {
        return home;
    }

    Visit visit() {
        return new Visit(home);
    }

    /// The sample's person who begins at a path, signed in by one click.
    Visit signedIn(String pathBegins) {
        Visit visit = visit();
        Matcher player = PLAYER.matcher(visit.get("/").body());
        while (player.find()) {
            if (player.group(2).startsWith(pathBegins)) {
                var answer =
                        visit.post(
                                "/demo/sign-in",
                                Map.of("account", player.group(1), "continueTo", "/account"));
                assertThat(answer.statusCode()).isEqualTo(302);
                // The form token is a new one after signing in.
                assertThat(visit.get("/account").statusCode()).isEqualTo(200);
                return visit;
            }
        }
        throw new AssertionError("nobody begins at " + pathBegins);
    }

    /// Looks into the database behind the application's back.
    JdbcClient jdbc() throws IOException {
        String url = Files.readString(data.resolve("postgres/url")).strip();
        var uri = java.net.URI.create(url);
        String[] user = uri.getUserInfo().split(":", 2);
        return JdbcClient.create(
                new DriverManagerDataSource(
                        "jdbc:postgresql://" + uri.getHost() + ":" + uri.getPort() + uri.getPath(),
                        user[0],
                        user[1]));
    }

    SignedCheckpoint checkpoint() {
        return SignedCheckpoint.parse(visit().get("/register/log/checkpoint").body()).orThrow();
    }

    /// Verifies the public register as an outsider does, with the log library alone.
    ///
    /// @param older what an outsider kept from before
    DumpVerdict.Intact verifiedRegister(SignedCheckpoint older) {
        VerifierKey key =
                VerifierKey.parse(visit().get("/register/log/key").body().strip()).orThrow();
        byte[] dump = visit().get("/register/log/dump").body().getBytes(StandardCharsets.UTF_8);
        DumpVerdict verdict =
                new DumpVerifier(List.of(key), List.of(older))
                        .verify(new ByteArrayInputStream(dump));
        assertThat(verdict).isInstanceOf(DumpVerdict.Intact.class);
        return (DumpVerdict.Intact) verdict;
    }

    /// Kill -9 of the application; its database lives on without an owner.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// As when the machine fails: kill -9 of the application and of every process of its database.
    void killWithDatabase() throws IOException, InterruptedException {
        Path pid = data.resolve("postgres/cluster/postmaster.pid");
        long postmaster = Long.parseLong(Files.readAllLines(pid).getFirst().strip());
        process.destroyForcibly();
        ProcessHandle.of(postmaster)
                .ifPresent(handle -> {
                    List<ProcessHandle> backends = handle.descendants().toList();
                    handle.destroyForcibly();
                    backends.forEach(ProcessHandle::destroyForcibly);
                });
        process.waitFor();
    }

    @Override
    public void close() throws IOException {
        try {
            if (process.isAlive()) {
                process.destroy();
                if (!process.waitFor(40, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                }
            }
            if (ownsDatabase && Files.exists(data.resolve("postgres/cluster/postmaster.pid"))) {
                killWithDatabase();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
