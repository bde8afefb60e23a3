package org.hoshimori.platform.certificate;

import java.util.List;
import java.util.Locale;

/// One thing the machine looks at before a registration.
///
/// @param arguments what stands in the places of its text `certificate.check.<subject>.<outcome>`
public record Check(Subject subject, Outcome outcome, List<String> arguments) {

    /// What is looked at.
    public enum Subject {
        /// The assessment has been pledged, and nothing was changed since.
        STAGE,
        /// Every criterion of the level holds.
        EVALUATION,
        /// The frozen assessment is the one that was confirmed.
        FROZEN,
        /// The expert's signature, verified again.
        CONFIRMATION,
        /// The expert's qualification on the day of the confirmation.
        QUALIFICATION,
        /// The expert and the executive are two people.
        PERSONS,
        /// The executive's signature, verified again.
        PLEDGE,
        /// The company's name since the assessment was frozen.
        COMPANY,
        /// Other living certificates of the company for the same level.
        DUPLICATE
    }

    public enum Outcome {
        PASSED,
        /// Worth the operator's eye, no obstacle.
        NOTED,
        /// Stands in the way of a registration.
        FAILED
    }

    public Check {
        arguments = List.copyOf(arguments);
    }

    public boolean failed() {
        return outcome == Outcome.FAILED;
    }

    public String key() {
        return ("certificate.check." + subject + "." + outcome).toLowerCase(Locale.ROOT);
    }
}
