package org.hoshimori.rules.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Schemes;

/// The repository's own SCS edition, read once.
final class Scs {
    static final Edition EDITION = read();

    private Scs() {}

    private static Edition read() {
        try {
            return ((Schemes.Reading.Read) Schemes.load(Path.of("../schemes")))
                    .schemes()
                    .edition("scs", "2026-03-27")
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The answers in a file that must be readable.
    static AnswerFile.Read answers(byte[] file) {
        return switch (AnswerFiles.read("answers", file, EDITION)) {
            case AnswerFile.Read read -> read;
            case AnswerFile.Refused refused -> throw new AssertionError(english(refused.faults()));
        };
    }

    /// The faults of a file that must be refused, in English.
    static List<String> faults(byte[] file) {
        return switch (AnswerFiles.read("answers", file, EDITION)) {
            case AnswerFile.Read read -> throw new AssertionError(read.answers());
            case AnswerFile.Refused refused -> english(refused.faults());
        };
    }

    static List<String> english(List<RowFault> faults) {
        return faults.stream().map(fault -> fault.in(Locale.ENGLISH)).toList();
    }
}
