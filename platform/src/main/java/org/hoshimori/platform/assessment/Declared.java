package org.hoshimori.platform.assessment;

import java.util.List;
import org.hoshimori.rules.Missing;

/// What came of declaring an assessment (自己宣言).
public sealed interface Declared {

    /// It is declared, and frozen as this.
    record Done(Frozen frozen) implements Declared {}

    /// Criteria or parts of the scope are missing; nothing was frozen.
    record Incomplete(List<Missing> missing, List<Scope.Gap> gaps) implements Declared {
        public Incomplete {
            missing = List.copyOf(missing);
            gaps = List.copyOf(gaps);
        }
    }

    /// It is not in a stage in which it could be declared.
    record Closed(Stage stage) implements Declared {}

    /// The level is not confirmed by an expert but by an assessment body (評価機関) or nobody, or its
    /// edition is not in force.
    record NeedsBody() implements Declared {}
}
