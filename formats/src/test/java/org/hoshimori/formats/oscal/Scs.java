package org.hoshimori.formats.oscal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.hoshimori.formats.AnswerRow;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Schemes;
import org.hoshimori.rules.sheet.AnswerFile;
import org.hoshimori.rules.sheet.AnswerFiles;

/// The repository's own editions, and what is asked about SCS in tests.
final class Scs {
    /// Every edition in the repository.
    static final List<Edition> ALL = read();

    static final Edition EDITION =
            ALL.stream()
                    .filter(edition -> edition.rule().startsWith("scs/2026-03-27@"))
                    .findFirst()
                    .orElseThrow();

    static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-27T09:00:00+09:00");

    private Scs() {}

    private static List<Edition> read() {
        try {
            return ((Schemes.Reading.Read) Schemes.load(Path.of("../schemes")))
                    .schemes()
                    .editions();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Answers answers(List<AnswerRow> rows) {
        return switch (AnswerFiles.read("rows", AnswerRow.csv(rows), EDITION)) {
            case AnswerFile.Read read -> read.answers();
            case AnswerFile.Refused refused ->
                    throw new AssertionError(refused.faults().toString());
        };
    }

    static Exporting exporting(Answers answers, String level, String version) {
        return new Exporting(
                EDITION, level, answers, "星守精工株式会社", version, false, Locale.JAPANESE, NOW);
    }
}
