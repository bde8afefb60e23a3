package org.hoshimori.platform.evidence;

import java.util.List;

/// What a file was found to be.
sealed interface Recognition {

    /// @param name fits the kind: an ending was added if the name had none we know
    record Known(FileKind kind, FileName name) implements Recognition {}

    /// @param reason the last part of a text `evidence.refused.…`
    record Unfit(String reason, List<String> arguments) implements Recognition {

        static Unfit because(String reason, String... arguments) {
            return new Unfit(reason, List.of(arguments));
        }
    }
}
