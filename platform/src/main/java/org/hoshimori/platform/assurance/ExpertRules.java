package org.hoshimori.platform.assurance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hoshimori.rules.Text;

/// `experts.yaml`: which qualifications count, and which ties forbid.
///
/// @param digest SHA-256 of the file, so that a stored check says by which rules it was made
record ExpertRules(
        String scheme,
        String version,
        String status,
        Text note,
        String digest,
        List<QualificationKind> kinds,
        List<IndependenceRule> rules) {

    ExpertRules {
        kinds = List.copyOf(kinds);
        rules = List.copyOf(rules);
    }

    Optional<QualificationKind> kind(String id) {
        return kinds.stream().filter(kind -> kind.id().equals(id)).findFirst();
    }

    /// Checks every rule; the day is the legal day in Tokyo on which the check is made.
    Independence check(Facts facts, Instant at, java.time.LocalDate day) {
        return new Independence(
                version,
                digest,
                at,
                rules.stream().map(rule -> TieCheck.of(rule, facts, day)).toList());
    }
}
