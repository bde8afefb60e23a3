package org.hoshimori.platform.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.sheet.AnswerFile;
import org.hoshimori.rules.sheet.AnswerFiles;

/// The answers that `import` took and `export` gives back: one file an edition in the data folder,
/// apart from the assessments of the web application, which belong to their companies.
final class KeptAnswers {
    private KeptAnswers() {}

    static Path place(Console console, Edition edition) {
        return console.data()
                .resolve("answers")
                .resolve(edition.scheme() + "-" + edition.id() + ".csv");
    }

    /// No answers when nothing was imported yet; nothing at all after a damaged file was told.
    static Optional<Answers> read(Console console, Edition edition) {
        Path place = place(console, edition);
        if (!Files.exists(place)) {
            return Optional.of(Answers.of(Map.of()));
        }
        return WholeFile.read(place, console)
                .flatMap(bytes ->
                        switch (AnswerFiles.read(place.toString(), bytes, edition)) {
                            case AnswerFile.Read read -> Optional.of(read.answers());
                            case AnswerFile.Refused refused -> {
                                refused.faults()
                                        .forEach(f -> console.fault(f.in(console.locale())));
                                yield Optional.empty();
                            }
                        });
    }

    static boolean write(Console console, Edition edition, Answers answers) {
        String highest = edition.levels().getLast().id();
        return WholeFile.write(
                place(console, edition), AnswerFiles.csv(edition, highest, answers), console);
    }
}
