package org.hoshimori.platform.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Level;
import org.hoshimori.rules.LevelRule;
import org.hoshimori.rules.NearMiss;
import org.hoshimori.rules.Schemes;
import org.hoshimori.rules.Setting;
import org.hoshimori.rules.SheetForm;
import org.hoshimori.rules.Text;
import org.hoshimori.rules.sheet.AnswerFile;
import org.hoshimori.rules.sheet.AnswerFiles;
import org.hoshimori.rules.sheet.AnswerWords;
import org.hoshimori.rules.sheet.OfficialSheets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// The options that choose an edition, and the files that a command reads and writes. What cannot
/// be chosen or read is told on standard error; the caller then returns [Command#WRONG].
final class SchemeChoice {
    private final Console console;

    private static final String OWN = "scs";

    @CommandLine.Option(names = "--scheme", paramLabel = "ID")
    private @Nullable String scheme;

    @CommandLine.Option(names = "--edition", paramLabel = "ID")
    private @Nullable String edition;

    @CommandLine.Option(names = "--column", paramLabel = "ROLE=HEADING")
    private Map<String, String> columns = new TreeMap<>();

    @CommandLine.Option(names = "--word", paramLabel = "WRITTEN=ANSWER")
    private Map<String, String> words = new TreeMap<>();

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

    /// The edition chosen, with the columns of its sheet that were named.
    Optional<Edition> edition() {
        return schemes(console)
                .flatMap(schemes -> chosen(schemes, scheme == null ? OWN : scheme))
                .flatMap(this::named);
    }

    /// The edition chosen; when no scheme was named, the one whose own sheet the file is.
    Optional<Edition> edition(byte[] file) {
        if (scheme != null) {
            return edition();
        }
        Optional<Schemes> schemes = schemes(console);
        if (schemes.isEmpty()) {
            return Optional.empty();
        }
        List<Edition> newest =
                schemes.get().editions().stream()
                        .map(Edition::scheme)
                        .distinct()
                        .flatMap(id -> schemes.get().newest(id, console.today()).stream())
                        .toList();
        Optional<Edition> whose = OfficialSheets.whose(file, newest);
        return chosen(schemes.get(), whose.map(Edition::scheme).orElse(OWN)).flatMap(this::named);
    }

    private Optional<Edition> named(Edition edition) {
        if (columns.isEmpty() && words.isEmpty()) {
            return Optional.of(edition);
        }
        SheetForm form = edition.form().orElseGet(() -> SheetForm.unknown(edition));
        List<String> roles = Stream.of(SheetForm.Role.values()).map(SheetForm.Role::code).toList();
        for (Map.Entry<String, String> each : columns.entrySet()) {
            int role = roles.indexOf(each.getKey());
            if (role < 0) {
                return unknown("--column", each.getKey(), roles);
            }
            form = form.with(SheetForm.Role.values()[role], each.getValue());
        }
        for (Map.Entry<String, String> each : words.entrySet()) {
            if (AnswerWords.answer(each.getValue(), edition, Optional.empty()).isEmpty()) {
                return unknown("--word", each.getValue(), AnswerWords.known(edition));
            }
            form = form.explained(each.getKey(), each.getValue());
        }
        return Optional.of(edition.with(form));
    }

    private Optional<Edition> chosen(Schemes schemes, String scheme) {
        List<Edition> all = schemes.editions();
        List<String> ids = all.stream().map(Edition::scheme).distinct().toList();
        if (!ids.contains(scheme)) {
            return unknown("--scheme", scheme, ids);
        }
        if (edition == null) {
            Optional<Edition> newest = schemes.newest(scheme, console.today());
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
        Optional<Edition> chosen = schemes.edition(scheme, edition);
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
