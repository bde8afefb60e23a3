package org.hoshimori.rules.sheet;

import java.util.List;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.Code;
import org.hoshimori.rules.Placing;

/// What reading a file of answers gave.
public sealed interface AnswerFile {
    /// How the answers were written down.
    enum Form implements Code {
        CSV,
        XLSX,
        /// The scheme's own sheet with the columns that consultants add.
        OFFICIAL_SHEET
    }

    /// Every row was understood.
    ///
    /// @param notices spellings that were accepted, and columns that were left aside
    /// @param placing which level asks a criterion, and in which requirement it stands, where the
    ///   file tells and the edition listens
    record Read(Form form, Answers answers, List<Notice> notices, Placing placing)
            implements AnswerFile {
        public Read {
            notices = List.copyOf(notices);
        }
    }

    /// All faults; no answer of the file may be used.
    record Refused(List<RowFault> faults) implements AnswerFile {
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
