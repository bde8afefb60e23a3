package org.hoshimori.platform.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.hoshimori.formats.SchemeDraft;
import org.hoshimori.formats.oscal.OscalDocument;
import org.hoshimori.formats.oscal.OscalFiles;
import org.hoshimori.formats.oscal.Syntax;
import org.hoshimori.rules.Edition;

/// Documents as they were given, in `oscal` of the data folder: what we did not understand of them
/// is not lost.
final class KeptDocuments {
    private KeptDocuments() {}

    /// The catalog behind an imported edition.
    static Path catalog(Console console, Edition edition) {
        return console.data()
                .resolve("oscal")
                .resolve("catalog")
                .resolve(edition.scheme() + "-" + edition.id() + ".json");
    }

    static Optional<OscalDocument> catalogOf(Console console, Edition edition) {
        Path place = catalog(console, edition);
        return Files.exists(place) ? Documents.read(place, console) : Optional.empty();
    }

    /// By its own id; a document whose id is none is named by its digest.
    static Path place(Console console, OscalDocument document) {
        String uuid = document.uuid().toLowerCase(Locale.ROOT);
        String name =
                uuid.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                        ? uuid
                        : SchemeDraft.sha256(OscalFiles.write(document, Syntax.JSON));
        return console.data()
                .resolve("oscal")
                .resolve(document.kind().root())
                .resolve(name + ".json");
    }
}
