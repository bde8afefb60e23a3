package org.hoshimori.rules.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.hoshimori.rules.Edition;

/// Keeps the official wording that an instance was given, one file an edition, in the instance's
/// data folder: `wording/<scheme>-<edition>.csv`.
public final class OfficialWordings {
    private OfficialWordings() {}

    /// Where the wording of an edition is kept.
    public static Path place(Path data, Edition edition) {
        return data.resolve("wording").resolve(edition.scheme() + "-" + edition.id() + ".csv");
    }

    /// The wording kept for an edition, nothing when there is none.
    ///
    /// @throws IllegalArgumentException when the file was damaged
    public static Optional<OfficialWording> kept(Path data, Edition edition) throws IOException {
        Path place = place(data, edition);
        return Files.exists(place)
                ? Optional.of(OfficialWording.of(Files.readAllBytes(place)))
                : Optional.empty();
    }
}
