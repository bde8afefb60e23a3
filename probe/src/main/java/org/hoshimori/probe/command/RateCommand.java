package org.hoshimori.probe.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hoshimori.probe.Bundle;
import org.hoshimori.probe.BundleReader;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.rating.FlawReader;
import org.hoshimori.probe.rating.KnownFlaws;
import org.hoshimori.probe.rating.Ratings;
import org.hoshimori.probe.report.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// `rate BUNDLE`: computes the rating of a bundle, offline.
@CommandLine.Command(name = "rate", mixinStandardHelpOptions = true)
final class RateCommand implements Callable<Integer> {

    /// Lines on what does not fit in the files of flaws.
    private static final int MOST_REMARKS = 10;

    private final Console console;
    private final List<String> faults = new ArrayList<>();

    @CommandLine.Parameters(paramLabel = "BUNDLE", arity = "1")
    private String file = "";

    @CommandLine.Option(names = "--json")
    private boolean asJson;

    @CommandLine.Option(names = "--compare", paramLabel = "OLDER")
    private @Nullable String older;

    @CommandLine.Option(names = "--tolerant")
    private boolean tolerant;

    @CommandLine.Option(names = "--rules", paramLabel = "FILE")
    private @Nullable Path rules;

    @CommandLine.Option(names = "--vulnerabilities", paramLabel = "FILE")
    private List<Path> vulnerabilities = List.of();

    @CommandLine.Option(names = "--html", paramLabel = "FILE")
    private @Nullable Path html;

    @CommandLine.Option(names = "--pdf", paramLabel = "FILE")
    private @Nullable Path pdf;

    @CommandLine.Option(names = "--sealed-by", paramLabel = "KEY")
    private @Nullable String key;

    RateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Ratings ratings = ratings();
        Optional<Bundle> bundle = bundle(file);
        Optional<Bundle> before = older == null ? Optional.empty() : bundle(older);
        bundle.ifPresent(this::sealed);
        if (!faults.isEmpty() || bundle.isEmpty()) {
            faults.forEach(console::fault);
            return Main.WRONG;
        }
        try {
            if (html != null) {
                save(
                        html,
                        new Report(ratings, bundle.get(), console.locale())
                                .html()
                                .getBytes(StandardCharsets.UTF_8));
            }
            if (pdf != null) {
                save(pdf, new Report(ratings, bundle.get(), console.locale()).pdf());
            }
        } catch (IOException e) {
            console.fault("書けません: " + e.getMessage(), "cannot be written: " + e.getMessage());
            return Main.WRONG;
        }
        if (before.isPresent()) {
            console.out()
                    .print(
                            asJson
                                    ? ratings.comparison(before.get(), bundle.get()) + "\n"
                                    : ratings.comparison(
                                            before.get(), bundle.get(), console.locale()));
        } else if (asJson) {
            console.out().print(ratings.json(bundle.get()) + "\n");
        } else {
            console.out().print(ratings.text(bundle.get(), console.locale()));
        }
        return Main.YES;
    }

    /// A broken seal is a wrong input: whoever signed did not sign this.
    private void sealed(Bundle bundle) {
        if (bundle.seal().isPresent() && !bundle.seal().get().holds(bundle.body().toArray())) {
            faults.add(
                    file
                            + ": "
                            + console.say(
                                    "署名が内容と合いません (内容が変えられています)",
                                    "the seal does not fit the content (it was changed)"));
        }
        if (key != null && bundle.seal().filter(seal -> seal.key().equals(key)).isEmpty()) {
            faults.add(file + ": " + console.say("この鍵の署名ではありません", "not sealed by this key"));
        }
    }

    private Ratings ratings() {
        Ratings ratings = Ratings.usual();
        try {
            Optional<byte[]> other = rules == null ? Optional.empty() : read(rules);
            if (other.isPresent()) {
                ratings = ratings.withRules(other.get());
            }
        } catch (Malformed e) {
            faults.add(rules + ":" + e.line() + ":" + e.column() + ": " + e.problem());
        }
        return vulnerabilities.isEmpty() ? ratings : ratings.withVulnerabilities(snapshot());
    }

    private KnownFlaws snapshot() {
        FlawReader reader = new FlawReader();
        for (Path path : vulnerabilities) {
            try (InputStream in = Files.newInputStream(path)) {
                reader.add(in);
            } catch (Malformed e) {
                faults.add(path + ":" + e.line() + ":" + e.column() + ": " + e.problem());
            } catch (IOException e) {
                faults.add(path + ": " + console.say("読めません", "cannot be read"));
            }
        }
        List<String> remarks = reader.remarks();
        remarks.stream().limit(MOST_REMARKS).forEach(console::fault);
        if (remarks.size() > MOST_REMARKS) {
            console.fault(
                    "ほかに %d 件".formatted(remarks.size() - MOST_REMARKS),
                    "and %d more".formatted(remarks.size() - MOST_REMARKS));
        }
        return reader.done();
    }

    private Optional<Bundle> bundle(String name) {
        Optional<byte[]> bytes = name.equals("-") ? standardInput() : read(Path.of(name));
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        Bundle bundle = BundleReader.read(bytes.get());
        for (Bundle.LineFault fault : bundle.faults()) {
            if (tolerant) {
                console.fault(fault.in(name) + console.say(" (飛ばしました)", " (skipped)"));
            } else {
                faults.add(fault.in(name));
            }
        }
        if (bundle.observations().isEmpty() && bundle.faults().isEmpty()) {
            faults.add(name + ":1:1: " + console.say("観察結果が1行もありません", "no observation in it"));
        }
        return Optional.of(bundle);
    }

    private Optional<byte[]> standardInput() {
        try {
            return Optional.of(console.in().readAllBytes());
        } catch (IOException e) {
            faults.add("-: " + console.say("読めません", "cannot be read"));
            return Optional.empty();
        }
    }

    private Optional<byte[]> read(Path path) {
        try {
            return Optional.of(Files.readAllBytes(path));
        } catch (IOException e) {
            faults.add(path + ": " + console.say("読めません", "cannot be read"));
            return Optional.empty();
        }
    }

    /// Whole or not at all.
    private static void save(Path file, byte[] bytes) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.getParent();
        Path draft =
                Files.createTempFile(folder == null ? Path.of(".") : folder, ".hoshimori", ".tmp");
        try {
            Files.write(draft, bytes);
            Files.move(draft, absolute, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
