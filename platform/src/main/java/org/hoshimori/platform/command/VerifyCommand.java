package org.hoshimori.platform.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hoshimori.log.Parsed;
import org.hoshimori.log.SignedCheckpoint;
import org.hoshimori.platform.credential.CertificateFacts;
import org.hoshimori.platform.credential.CertificateVerifier;
import org.hoshimori.platform.credential.Newer;
import org.hoshimori.platform.credential.Phrases;
import org.hoshimori.platform.credential.Step;
import org.hoshimori.platform.credential.Trust;
import org.hoshimori.platform.credential.Verdict;
import org.hoshimori.platform.credential.Verification;
import org.hoshimori.rules.Json;
import org.hoshimori.rules.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// `hoshimori verify`: is this certificate genuine? Offline, unless a register's address is given.
@CommandLine.Command(name = "verify", mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Console console;

    @CommandLine.Parameters(paramLabel = "CERTIFICATE")
    private Path certificate = Path.of("");

    @CommandLine.Option(names = "--checkpoint", paramLabel = "FILE|URL")
    private @Nullable String checkpoint;

    @CommandLine.Option(names = "--issuer", paramLabel = "FILE")
    private List<Path> issuers = List.of();

    @CommandLine.Option(names = "--json")
    private boolean asJson;

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Optional<byte[]> file = WholeFile.read(certificate, console);
        Trust trust = trust();
        trust.faults().forEach(console::fault);
        if (file.isEmpty() || !trust.faults().isEmpty()) {
            return Command.WRONG;
        }
        var verifier = new CertificateVerifier(trust.issuers(), console.clock());
        var phrases = new Phrases(console.locale().getLanguage());
        return switch (verifier.verify(file.get(), Newer.NOTHING)) {
            case Verification.Unreadable(Step reason) -> {
                console.fault(certificate + ": " + phrases.say(reason));
                yield Command.WRONG;
            }
            case Verification.Judged(Verdict verdict) ->
                    judged(verifier, file.get(), verdict, phrases);
        };
    }

    /// Given by name, else every document in HOSHIMORI_TRUST or in `trust` of the data folder.
    private Trust trust() {
        if (!issuers.isEmpty()) {
            return Trust.of(issuers);
        }
        String folder = System.getenv("HOSHIMORI_TRUST");
        return Trust.in(folder == null ? console.data().resolve("trust") : Path.of(folder));
    }

    private int judged(
            CertificateVerifier verifier, byte[] file, Verdict verdict, Phrases phrases) {
        // What is not the issuer's needs no news.
        if (checkpoint == null || verdict.facts().isEmpty()) {
            return tell(verdict, phrases);
        }
        Optional<Newer> newer = newer(checkpoint, verdict.facts().get().number());
        if (newer.isEmpty()) {
            return Command.WRONG;
        }
        return verifier.verify(file, newer.get()) instanceof Verification.Judged(Verdict now)
                ? tell(now, phrases)
                : Command.WRONG;
    }

    private Optional<Newer> newer(String source, String number) {
        if (!source.startsWith("http://") && !source.startsWith("https://")) {
            return WholeFile.read(Path.of(source), console)
                    .flatMap(bytes -> read(source, new String(bytes, StandardCharsets.UTF_8)));
        }
        try {
            URI address = URI.create(source);
            URI note =
                    address.getPath().endsWith("/checkpoint")
                            ? address
                            : address.resolve("/register/log/checkpoint");
            Optional<String> signed = fetch(note);
            Optional<String> fresh = fetch(address.resolve("/certificates/" + number + ".json"));
            return signed.flatMap(text -> read(source, text))
                    .flatMap(one ->
                            fresh.map(bundle -> new Newer(one.checkpoint(), Optional.of(bundle))));
        } catch (IllegalArgumentException e) {
            return refused(source, new Text("アドレスではありません", "not an address"));
        }
    }

    private Optional<Newer> read(String source, String text) {
        if (text.startsWith("{")) {
            return Optional.of(Newer.bundle(text.strip()));
        }
        return switch (SignedCheckpoint.parse(text)) {
            case Parsed.Read<SignedCheckpoint>(SignedCheckpoint read) ->
                    Optional.of(Newer.checkpoint(read));
            case Parsed.Malformed<SignedCheckpoint> _ ->
                    refused(
                            source,
                            new Text(
                                    "チェックポイントでも証明一式でもありません",
                                    "neither a checkpoint nor a proof bundle"));
        };
    }

    private Optional<String> fetch(URI address) {
        try (var client =
                HttpClient.newBuilder()
                        .connectTimeout(PATIENCE)
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build()) {
            HttpResponse<String> response =
                    client.send(
                            HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() == 200) {
                return Optional.of(response.body());
            }
            return refused(
                    address.toString(),
                    new Text("応答 " + response.statusCode(), "answered " + response.statusCode()));
        } catch (IOException e) {
            return refused(address.toString(), new Text("読めません", "cannot be read"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private <T> Optional<T> refused(String source, Text why) {
        console.fault(source + ": " + console.say(why));
        return Optional.empty();
    }

    private int tell(Verdict verdict, Phrases phrases) {
        if (asJson) {
            console.out().println(json(verdict, phrases));
        } else {
            print(verdict, phrases);
        }
        return verdict instanceof Verdict.Genuine ? Command.YES : Command.NO;
    }

    private void print(Verdict verdict, Phrases phrases) {
        String key = "credential.verdict." + verdict.word();
        console.out().println(verdict.word() + ": " + phrases.say(key));
        console.out().println("  " + phrases.say(key + ".text"));
        verdict.facts()
                .ifPresent(facts ->
                        console.out()
                                .println(
                                        "  %s  %s  %s  %s – %s"
                                                .formatted(
                                                        facts.number(),
                                                        facts.achieved().levelTitle().ja(),
                                                        facts.holder().name(),
                                                        facts.validFrom(),
                                                        facts.validUntil())));
        for (Step step : verdict.steps()) {
            console.out()
                    .println(
                            "  [%s] %s: %s"
                                    .formatted(
                                            phrases.say("credential.outcome." + outcome(step)),
                                            phrases.say("credential.check." + check(step)),
                                            phrases.say(step)));
        }
    }

    private static String json(Verdict verdict, Phrases phrases) {
        Json json = new Json().object().put("verdict", verdict.word());
        verdict.facts().ifPresent(facts -> write(facts, json));
        json.key("steps").array();
        for (Step step : verdict.steps()) {
            json.object()
                    .put("check", check(step))
                    .put("outcome", outcome(step))
                    .put("reason", step.reason())
                    .put("text", phrases.say(step))
                    .end();
        }
        return json.end().end().toString();
    }

    private static void write(CertificateFacts facts, Json json) {
        json.put("certificate", facts.number())
                .put("corporate_number", facts.holder().corporateNumber())
                .put("name", facts.holder().name())
                .put("scheme", facts.achieved().scheme())
                .put("edition", facts.achieved().edition())
                .put("level", facts.achieved().level())
                .put("scope", facts.scope().ja())
                .put("valid_from", facts.validFrom().toString())
                .put("valid_until", facts.validUntil().toString());
    }

    private static String check(Step step) {
        return step.check().name().toLowerCase(Locale.ROOT);
    }

    private static String outcome(Step step) {
        return step.outcome().name().toLowerCase(Locale.ROOT);
    }
}
