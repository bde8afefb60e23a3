package org.hoshimori.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// How the answers decide whether a level is reached. Sealed: a new kind of rule is new code, a new
/// scheme with a known kind is only data.
public sealed interface LevelRule {
    /// The kind as files spell it: `all-met`.
    default String code() {
        return switch (this) {
            case AllMet _ -> "all-met";
            case LowestOfGroups _ -> "lowest-of-groups";
            case WeightedDeduction _ -> "weighted-deduction";
            case Marks _ -> "marks";
            case Sum _ -> "sum";
            case Averages _ -> "averages";
            case Letter _ -> "letter";
        };
    }

    /// Every word that may become the status of a result.
    default Set<String> statuses() {
        return switch (this) {
            case AllMet all -> new TreeSet<>(List.of(all.yes(), all.no()));
            case LowestOfGroups _, Averages _ -> Set.of("met", "not-met");
            case WeightedDeduction _ -> Set.of("final", "conditional", "none", "no-score");
            case Marks _ -> Set.of("pass", "more-information", "fail");
            case Sum _ -> Set.of("declared", "incomplete");
            case Letter _ -> Set.of("illustrative");
        };
    }

    /// A gate: every criterion is met, or does not apply. No mean, no points.
    ///
    /// @param yes the status when it is open, such as `met`
    /// @param no the status when it is closed
    record AllMet(String yes, String no) implements LevelRule {
        static final AllMet PLAIN = new AllMet("met", "not-met");
    }

    /// Every group stands at the highest level that all its criteria reach step by step; the whole
    /// stands at the lowest of its groups (Essential Eight Assessment Process Guide, 2024-10).
    record LowestOfGroups() implements LevelRule {}

    /// Weights are taken from a maximum (32 CFR 170.24). Nothing missing: final. Otherwise, where
    /// the level knows it, conditional.
    ///
    /// @param maximum the score when everything is met
    /// @param prerequisite the level that must be final before; null for none
    record WeightedDeduction(
            int maximum, @Nullable Conditional conditional, @Nullable String prerequisite)
            implements LevelRule {
        /// What may be left open for a while (32 CFR 170.21).
        ///
        /// @param share the least share of the maximum, 0 to 1
        /// @param most the most that one open item may weigh
        /// @param days days until everything must be closed
        public record Conditional(BigDecimal share, int most, int days) {
            /// The least score that is enough.
            public int least(int maximum) {
                return share.multiply(BigDecimal.valueOf(maximum))
                        .setScale(0, RoundingMode.CEILING)
                        .intValueExact();
            }
        }

        /// Whether a criterion with this outcome may be left open for a while.
        public boolean deferrable(Weighing weighing, Outcome outcome) {
            return conditional != null
                    && !weighing.has(Trait.NEVER_DEFERRED)
                    && (weighing.lost(outcome) <= conditional.most
                            || outcome == Outcome.PARTIAL
                                    && weighing.has(Trait.DEFERRABLE_WHEN_PARTIAL));
        }
    }

    /// Every question gets a mark; one automatic failure fails, an open question sends the whole
    /// back, and more major failures than the setting allows fail.
    ///
    /// @param setting id of the setting that says how many
    record Marks(String setting) implements LevelRule {}

    /// Points are added up and the band looked up. The score decides nothing: the level is reached
    /// when everything asked has an answer of the kinds accepted.
    record Sum(List<Band> bands, Set<AnswerValue> accepts) implements LevelRule {
        public Sum {
            bands = List.copyOf(bands);
            accepts = Set.copyOf(accepts);
        }
    }

    /// The mean over categories of the mean over requirements of the mean over criteria, with
    /// floors that no mean can make up for (CyberFundamentals self-assessment tool).
    ///
    /// @param key least mean of each key measure
    /// @param category least mean of each category; null for none
    /// @param total least total
    record Averages(BigDecimal key, @Nullable BigDecimal category, BigDecimal total)
            implements LevelRule {}

    /// Points are added up; the share of the most possible earns a letter.
    ///
    /// @param setting id of the setting that holds the least percentage
    record Letter(String setting) implements LevelRule {}
}
