package org.hoshimori.probe.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.Observation;
import org.hoshimori.probe.ObservationJson;
import org.hoshimori.probe.Protocol;
import org.hoshimori.probe.Target;
import org.hoshimori.probe.dns.DnssecCheck;
import org.hoshimori.probe.imports.Imports;
import org.hoshimori.probe.network.Reputation;
import org.hoshimori.probe.reach.Guard;
import org.hoshimori.probe.reach.Reach;
import org.hoshimori.probe.run.Runner;
import org.hoshimori.probe.run.Settings;
import org.hoshimori.probe.tls.Authorities;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// `probe TARGET…`: looks, and prints observations, one a line. Its options are set by picocli, or
/// by [PlainCall] where that is quicker.
@CommandLine.Command(name = "probe", mixinStandardHelpOptions = true)
final class ProbeCommand implements Callable<Integer> {

    private final Console console;
    private final List<String> faults = new ArrayList<>();

    @CommandLine.Parameters(paramLabel = "TARGET", arity = "0..*")
    List<String> given = List.of();

    @CommandLine.Option(names = "--from", paramLabel = "FILE")
    @Nullable Path from;

    @CommandLine.Option(names = "--json")
    boolean asJson;

    @CommandLine.Option(names = "--resolver", paramLabel = "IP[:PORT]")
    @Nullable String resolver;

    @CommandLine.Option(names = "--ca", paramLabel = "FILE")
    @Nullable Path authorities;

    @CommandLine.Option(names = "--anchor", paramLabel = "FILE")
    @Nullable Path anchor;

    @CommandLine.Option(names = "--ports", paramLabel = "[SERVICE:]PORT", split = ",")
    List<String> ports = List.of();

    @CommandLine.Option(names = "--max-rate", paramLabel = "N")
    int perSecond = 20;

    @CommandLine.Option(names = "--timeout", paramLabel = "SECONDS")
    int seconds = 10;

    @CommandLine.Option(names = "--together", paramLabel = "N")
    int together = 64;

    @CommandLine.Option(names = "--no-revocation")
    boolean noRevocation;

    @CommandLine.Option(names = "--allow-private")
    boolean allowPrivate;

    @CommandLine.Option(names = "--do-not-probe", paramLabel = "FILE")
    @Nullable Path doNotProbe;

    @CommandLine.Option(names = "--reputation", paramLabel = "FILE")
    List<Path> feeds = List.of();

    @CommandLine.Option(names = "--import", paramLabel = "FILE")
    List<Path> imports = List.of();

    @CommandLine.Option(names = "--sign", paramLabel = "KEY")
    @Nullable Path key;

    ProbeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Target> targets = targets();
        List<Observation> imported = imported();
        Settings settings = settings();
        Optional<SigningKey> signing = key == null ? Optional.empty() : signing(key);
        if (targets.isEmpty() && imports.isEmpty() && faults.isEmpty()) {
            fault(
                    "見る先がありません: TARGET か --from を付けてください",
                    "nothing to look at: give a TARGET or --from");
        }
        if (!faults.isEmpty()) {
            faults.forEach(console::fault);
            return Main.WRONG;
        }
        AtomicBoolean any = new AtomicBoolean();
        StringBuilder body = new StringBuilder();
        print(imported, signing.isPresent() ? body : null, any);
        try {
            new Runner(settings)
                    .run(targets, seen -> print(seen, signing.isPresent() ? body : null, any));
        } catch (IOException e) {
            console.fault(
                    "名前解決の設定が使えません: " + e.getMessage(),
                    "no resolver can be used: " + e.getMessage());
            return Main.WRONG;
        }
        signing.ifPresent(secret -> console.out().print(secret.seal(body.toString()) + "\n"));
        console.out().flush();
        return any.get() ? Main.YES : Main.NO;
    }

    /// The lines of one target, whole; a person gets one short line each.
    private void print(List<Observation> seen, @Nullable StringBuilder body, AtomicBoolean any) {
        for (Observation observation : seen) {
            any.compareAndSet(false, observation.outcome().settled());
            if (asJson || body != null) {
                String line = ObservationJson.write(observation) + "\n";
                console.out().print(line);
                if (body != null) {
                    body.append(line);
                }
            } else {
                console.out().print(Lines.of(observation, console) + "\n");
            }
        }
        console.out().flush();
    }

    /// What other tools saw; nothing is contacted for it.
    private List<Observation> imported() {
        List<Observation> imported = new ArrayList<>();
        for (Path file : imports) {
            read(file)
                    .ifPresent(bytes -> {
                        try {
                            imported.addAll(Imports.read(bytes));
                        } catch (Malformed e) {
                            faults.add(
                                    file + ":" + e.line() + ":" + e.column() + ": " + e.problem());
                        }
                    });
        }
        return imported;
    }

    private List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        given.forEach(text -> target(text, text, targets));
        if (from != null) {
            Path file = from;
            read(file)
                    .ifPresent(bytes -> {
                        int number = 0;
                        for (String line :
                                new String(bytes, java.nio.charset.StandardCharsets.UTF_8)
                                        .split("\r?\n")) {
                            number++;
                            String text = line.replaceFirst("#.*", "").strip();
                            if (!text.isEmpty()) {
                                target(text, file + ":" + number + ":1", targets);
                            }
                        }
                    });
        }
        return targets;
    }

    private void target(String text, String place, List<Target> targets) {
        try {
            targets.add(Target.parse(text));
        } catch (Malformed e) {
            faults.add(place + ": " + e.problem());
        }
    }

    private Settings settings() {
        if (perSecond < 1 || seconds < 1 || seconds > 120 || together < 1 || together > 1000) {
            fault(
                    "--max-rate は1以上、--timeout は1から120、--together は1から1000です",
                    "--max-rate is at least 1, --timeout 1 to 120, --together 1 to 1000");
        }
        return new Settings(
                Optional.ofNullable(resolver).flatMap(this::resolver),
                trusted(),
                anchor == null
                        ? DnssecCheck.ROOT
                        : read(anchor)
                                .map(b -> new String(b, java.nio.charset.StandardCharsets.US_ASCII))
                                .orElse(""),
                !noRevocation,
                allowPrivate,
                doNotProbe == null
                        ? List.of()
                        : read(doNotProbe)
                                .map(b ->
                                        Guard.entries(
                                                new String(
                                                        b,
                                                        java.nio.charset.StandardCharsets.UTF_8)))
                                .orElse(List.of()),
                reputation(),
                Math.max(1, perSecond),
                ports.stream().map(this::port).flatMap(Optional::stream).toList(),
                seconds * 1000,
                Settings.MOST,
                Math.max(1, together),
                "probe",
                console.clock());
    }

    private Reputation reputation() {
        List<Reputation.Feed> read = new ArrayList<>();
        for (Path file : feeds) {
            read(file)
                    .ifPresent(bytes -> {
                        try {
                            read.add(
                                    Reputation.Feed.read(
                                            String.valueOf(file.getFileName()),
                                            new String(
                                                    bytes,
                                                    java.nio.charset.StandardCharsets.UTF_8)));
                        } catch (Malformed e) {
                            faults.add(
                                    file + ":" + e.line() + ":" + e.column() + ": " + e.problem());
                        }
                    });
        }
        return new Reputation(read);
    }

    private Optional<InetSocketAddress> resolver(String text) {
        String host = text;
        int port = 53;
        int colon = text.lastIndexOf(':');
        if (text.startsWith("[") && text.contains("]")) {
            host = text.substring(1, text.indexOf(']'));
            String rest = text.substring(text.indexOf(']') + 1);
            port =
                    rest.matches(":\\d{1,5}")
                            ? Integer.parseInt(rest.substring(1))
                            : rest.isEmpty() ? 53 : -1;
        } else if (colon >= 0 && text.indexOf(':') == colon) {
            host = text.substring(0, colon);
            port =
                    text.substring(colon + 1).matches("\\d{1,5}")
                            ? Integer.parseInt(text.substring(colon + 1))
                            : -1;
        }
        Optional<InetAddress> address = Reach.literal(host);
        if (address.isEmpty() || port < 1 || port > 65_535) {
            fault(
                    "--resolver は 127.0.0.1:5353 のように書きます: " + text,
                    "--resolver is written like 127.0.0.1:5353, not " + text);
            return Optional.empty();
        }
        return Optional.of(new InetSocketAddress(address.get(), port));
    }

    private Authorities trusted() {
        if (authorities == null) {
            return Authorities.usual();
        }
        Path file = authorities;
        Optional<byte[]> pem = read(file);
        try {
            return pem.isEmpty() ? Authorities.none() : Authorities.read(pem.get());
        } catch (CertificateException e) {
            faults.add(
                    file
                            + ":1:1: "
                            + console.say("PEM形式の証明書ではありません", "no certificates in PEM form")
                            + ": "
                            + e.getMessage());
            return Authorities.none();
        }
    }

    private Optional<Settings.Port> port(String text) {
        int colon = text.indexOf(':');
        Optional<Protocol> service =
                colon < 0
                        ? Optional.of(Protocol.UNKNOWN)
                        : Protocol.named(text.substring(0, colon));
        String number = text.substring(colon + 1);
        if (service.isEmpty()
                || !number.matches("\\d{1,5}")
                || Integer.parseInt(number) < 1
                || Integer.parseInt(number) > 65_535) {
            fault(
                    "--ports は 443,smtp:2525 のように書きます: " + text,
                    "--ports is written like 443,smtp:2525, not " + text);
            return Optional.empty();
        }
        return Optional.of(new Settings.Port(Integer.parseInt(number), service.get()));
    }

    private Optional<SigningKey> signing(Path file) {
        Optional<byte[]> pem = read(file);
        try {
            return pem.isEmpty() ? Optional.empty() : Optional.of(SigningKey.read(pem.get()));
        } catch (Malformed e) {
            faults.add(file + ":" + e.line() + ":" + e.column() + ": " + e.problem());
            return Optional.empty();
        }
    }

    private Optional<byte[]> read(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            faults.add(file + ": " + console.say("読めません", "cannot be read"));
            return Optional.empty();
        }
    }

    private void fault(String ja, String en) {
        faults.add("hoshimori: " + console.say(ja, en));
    }
}
