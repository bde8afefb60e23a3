package org.hoshimori.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hoshimori.rules.sheet.AnswerFile;
import org.hoshimori.rules.sheet.AnswerFiles;

/// The schemes of this repository.
public final class Carried {
    private static final Schemes SCHEMES = load();

    private Carried() {}

    public static Schemes schemes() {
        return SCHEMES;
    }

    public static Edition edition(String scheme, String edition) {
        return SCHEMES.edition(scheme, edition).orElseThrow();
    }

    /// The answers in `id,answer` lines, which must be faultless.
    public static Answers answers(Edition edition, String lines) {
        byte[] bytes = ("id,answer\n" + lines).getBytes(StandardCharsets.UTF_8);
        return switch (AnswerFiles.read("answers.csv", bytes, edition)) {
            case AnswerFile.Read read -> read.answers();
            case AnswerFile.Refused refused -> throw new AssertionError(refused.faults());
        };
    }

    /// Every criterion that `level` asks, answered alike.
    public static Answers all(Edition edition, String level, AnswerValue value) {
        return Answers.of(
                edition.criteriaOf(level).stream()
                        .collect(Collectors.toMap(Criterion::id, _ -> new Answer(value))));
    }

    /// Both sets; where both answer, `above` does.
    public static Answers both(Answers below, Answers above) {
        Answers both = below;
        for (Map.Entry<String, Answer> each : above.byCriterion().entrySet()) {
            both = both.with(each.getKey(), each.getValue());
        }
        return both;
    }

    private static Schemes load() {
        try {
            return switch (Schemes.load(Path.of("..", "schemes"))) {
                case Schemes.Reading.Read read -> read.schemes();
                case Schemes.Reading.Refused refused ->
                        throw new AssertionError(
                                refused.faults().stream()
                                        .map(fault -> fault.in(Locale.ENGLISH))
                                        .collect(Collectors.joining("\n")));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
