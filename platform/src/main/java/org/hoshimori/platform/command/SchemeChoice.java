package org.hoshimori.platform.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Level;
import org.hoshimori.rules.LevelRule;
import org.hoshimori.rules.NearMiss;
import org.hoshimori.rules.Schemes;
import org.hoshimori.rules.Setting;
import org.hoshimori.rules.Text;
import org.hoshimori.rules.sheet.AnswerFile;
import org.hoshimori.rules.sheet.AnswerFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// The options that choose an edition, and the files that a command reads and writes. What cannot
/// be chosen or read is told on standard error; the caller then returns [Command#WRONG].
final class SchemeChoice {
    private final Console console;

    @CommandLine.Option(names = "--scheme", paramLabel = "ID", defaultValue = "scs")
    private String scheme = "scs";

    @CommandLine.Option(names = "--edition", paramLabel = "ID")
    private @Nullable String edition;

    SchemeChoice(Console console) {
        this.console = console;
    }

    /// The newest edition of `scheme`, without options.
    SchemeChoice(Console console, String scheme) {
        this(console);
        this.scheme = scheme;
    }

    /// All schemes, or nothing after their faults were told.
    static Optional<Schemes> schemes(Console console) {
        try {
            return switch (Schemes.carried(console.data().resolve("schemes"))) {
                case Schemes.Reading.Read read -> Optional.of(read.schemes());
                case Schemes.Reading.Refused refused -> {
                    refused.faults().forEach(fault -> console.fault(fault.in(console.locale())));
                    yield Optional.empty();
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Edition> edition() {
        Optional<Schemes> schemes = schemes(console);
        if (schemes.isEmpty()) {
            return Optional.empty();
        }
        List<Edition> all = schemes.get().editions();
        List<String> ids = all.stream().map(Edition::scheme).distinct().toList();
        if (!ids.contains(scheme)) {
            return unknown("--scheme", scheme, ids);
        }
        if (edition == null) {
            Optional<Edition> newest = schemes.get().newest(scheme, console.today());
            return newest.isPresent()
                    ? newest
                    : unknown(
                            "--edition",
                            "(" + console.today() + ")",
                            all.stream()
                                    .filter(e -> e.scheme().equals(scheme))
                                    .map(Edition::id)
                                    .toList());
        }
        Optional<Edition> chosen = schemes.get().edition(scheme, edition);
        return chosen.isPresent()
                ? chosen
                : unknown(
                        "--edition",
                        edition,
                        all.stream()
                                .filter(e -> e.scheme().equals(scheme))
                                .map(Edition::id)
                                .toList());
    }

    /// The level asked, or nothing after it was told that the edition has none such. Where levels
    /// are letters the lowest is asked when none is named: what counts there is what is reached.
    Optional<Level> level(Edition edition, @Nullable String level) {
        if (level == null) {
            Level lowest = edition.levels().getFirst();
            if (lowest.rule() instanceof LevelRule.Letter) {
                return Optional.of(lowest);
            }
            console.fault(
                    new Text(
                            "--level で段階を指定してください: " + levels(edition),
                            "--level is missing; there are: " + levels(edition)));
            return Optional.empty();
        }
        Optional<Level> found =
                edition.level(level)
                        .or(() -> edition.level(level.replaceFirst("^(★|(?i:ml|lv|l))", "")));
        return found.isPresent()
                ? found
                : unknown("--level", level, edition.levels().stream().map(Level::id).toList());
    }

    private static String levels(Edition edition) {
        return edition.levels().stream().map(Level::id).collect(Collectors.joining(", "));
    }

    /// Whether the edition has every setting named; which it has not was told.
    boolean settings(Edition edition, Set<String> named) {
        List<String> known = edition.settings().stream().map(Setting::id).toList();
        boolean all = true;
        for (String setting : named) {
            if (!known.contains(setting)) {
                unknown("--set", setting, known);
                all = false;
            }
        }
        return all;
    }

    private <T> Optional<T> unknown(String option, String word, List<String> known) {
        Optional<String> meant = NearMiss.of(word, known);
        console.fault(
                new Text(
                        "%s「%s」はありません。%s"
                                .formatted(
                                        option,
                                        word,
                                        meant.map(m -> "「" + m + "」のことですか")
                                                .orElse("使える値: " + String.join(", ", known))),
                        "%s: there is no %s; %s"
                                .formatted(
                                        option,
                                        word,
                                        meant.map(m -> "did you mean " + m + "?")
                                                .orElse(
                                                        "there are: "
                                                                + String.join(", ", known)))));
        return Optional.empty();
    }

    /// The answers in a file, or nothing after its faults were told. Accepted spellings are told
    /// too.
    Optional<AnswerFile.Read> answers(Path file, Edition edition) {
        return WholeFile.read(file, console)
                .flatMap(bytes -> answers(file.toString(), bytes, edition));
    }

    Optional<AnswerFile.Read> answers(String name, byte[] bytes, Edition edition) {
        return switch (AnswerFiles.read(name, bytes, edition)) {
            case AnswerFile.Read read -> {
                read.notices().forEach(notice -> console.fault(notice.in(console.locale())));
                yield Optional.of(read);
            }
            case AnswerFile.Refused refused -> {
                refused.faults().forEach(fault -> console.fault(fault.in(console.locale())));
                yield Optional.empty();
            }
        };
    }
}
