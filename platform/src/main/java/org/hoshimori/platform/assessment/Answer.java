package org.hoshimori.platform.assessment;

import java.time.Instant;
import java.util.Optional;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.rules.AnswerValue;

/// The answer to one criterion as it stands now.
///
/// @param version 1 for the first save; a save must name the version it was based on
/// @param by who saved last
/// @param name that person's name at that time
public record Answer(
        String criterion, Said said, int version, Instant at, AccountId by, String name) {

    /// Empty when it was taken back, or when only a note was written.
    public Optional<AnswerValue> value() {
        return said.value();
    }

    /// Why the criterion does not apply; without it "not applicable" does not count.
    public String reason() {
        return said.reason();
    }

    /// How the company does it, for the expert who reads.
    public String note() {
        return said.note();
    }
}
