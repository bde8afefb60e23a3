package org.hoshimori.platform.credential;

import java.util.List;

/// One thing the verifier looked at.
///
/// @param reason what was found: the key of a text, `credential.<reason>` (see [Phrases])
/// @param arguments what stands in the text's places
public record Step(Check check, Outcome outcome, String reason, List<String> arguments) {

    /// What is looked at, in this order.
    public enum Check {
        READ,
        ISSUER,
        SIGNATURE,
        WHOLE,
        FACTS,
        LOG,
        NEWER,
        DATES,
        STATUS
    }

    public enum Outcome {
        PASSED,
        FAILED,
        /// Nothing was at hand to check it with; the text says what would be needed.
        OPEN
    }

    public Step {
        arguments = List.copyOf(arguments);
    }

    /// Key of the text that says what was found.
    public String key() {
        return "credential.step." + reason;
    }
}
