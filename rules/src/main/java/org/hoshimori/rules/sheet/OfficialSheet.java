package org.hoshimori.rules.sheet;

import java.util.List;
import org.hoshimori.rules.Code;

/// What the official sheet says, and where our catalogue says otherwise.
///
/// @param answers what the consultants' columns hold, faultless or not
public record OfficialSheet(
        OfficialWording wording, List<Difference> differences, AnswerFile answers) {
    public OfficialSheet {
        differences = List.copyOf(differences);
    }

    /// One difference, in the order of the sheet.
    ///
    /// @param ours what our catalogue says; empty when it has no such line
    /// @param theirs what the sheet says; empty when it has no such line
    public record Difference(Kind kind, String id, String ours, String theirs) {
        /// What differs.
        public enum Kind implements Code {
            /// In the sheet, not in our catalogue.
            UNKNOWN_ID,
            /// In our catalogue, not in the sheet.
            MISSING_ID,
            LEVEL,
            ROW,
            WORDING
        }
    }

    /// What reading gave.
    public sealed interface Reading {
        record Read(OfficialSheet sheet) implements Reading {}

        record Refused(List<RowFault> faults) implements Reading {
            public Refused {
                faults = List.copyOf(faults);
            }
        }
    }

    /// What filling in gave.
    public sealed interface Filling {
        /// The user's own file with the answers in it; everything else in it is as it was.
        record Filled(byte[] file) implements Filling {}

        record Refused(List<RowFault> faults) implements Filling {
            public Refused {
                faults = List.copyOf(faults);
            }
        }
    }
}
