package org.hoshimori.rules.bulk;

import java.util.List;
import java.util.Map;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Evaluation;
import org.hoshimori.rules.sheet.RowFault;

/// What came of a file of many companies.
public sealed interface ManyResult {
    /// All were judged.
    ///
    /// @param companies how many
    /// @param met how many reach the level asked
    /// @param byStatus how many there are of each status that occurs
    /// @param byReached how many reached each level that occurs, and no higher
    /// @param criteria how each criterion of the level asked was answered, in catalogue order
    /// @param inBulk whether in columns; else one by one, since the rule needs the words
    record Judged(
            int companies,
            int met,
            Map<String, Integer> byStatus,
            Map<String, Integer> byReached,
            Map<Criterion, Evaluation.Counts> criteria,
            boolean inBulk)
            implements ManyResult {}

    /// None were: these are the first faults.
    record Refused(List<RowFault> faults) implements ManyResult {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /// One company.
    ///
    /// @param score empty where the rule gives none or the answers do not allow it
    record Line(String company, String status, String reached, String score) {}
}
