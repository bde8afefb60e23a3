package org.hoshimori.rules.sheet;

import java.util.List;
import org.hoshimori.rules.Code;
import org.hoshimori.rules.OfficialWording;

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
            /// The sheet names a requirement that our catalogue does not have.
            REQUIREMENT,
            ROW,
            /// Another number of criteria in a level, or in a requirement at its lowest level, than
            /// the public knows: told where the sheet alone knows which these are.
            COUNT,
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
        ///
        /// @param notices what had no place in it
        record Filled(byte[] file, List<Notice> notices) implements Filling {
            public Filled {
                notices = List.copyOf(notices);
            }
        }

        record Refused(List<RowFault> faults) implements Filling {
            public Refused {
                faults = List.copyOf(faults);
            }
        }
    }
}
