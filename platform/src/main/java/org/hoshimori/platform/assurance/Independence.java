package org.hoshimori.platform.assurance;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.hoshimori.rules.Text;

/// The outcome of checking one expert against one company by the rules of one version.
///
/// @param version the version of `experts.yaml`
/// @param rules SHA-256 of that file, 64 lower-case hex digits
/// @param at when it was checked
/// @param ties one for each rule, in the order of the rules
public record Independence(String version, String rules, Instant at, List<CheckedTie> ties) {

    public Independence {
        ties = List.copyOf(ties);
    }

    public boolean refused() {
        return ties.stream().anyMatch(CheckedTie::refuses);
    }

    /// The ties that refuse.
    public List<CheckedTie> reasons() {
        return ties.stream().filter(CheckedTie::refuses).toList();
    }

    /// Whether nothing is left that only the expert can say.
    public boolean complete() {
        return ties.stream().noneMatch(tie -> tie.result() == CheckedTie.Result.NOT_DECLARED);
    }

    /// What every rule found as one statement, as the certificate carries it.
    public Text statement() {
        return new Text(
                ties.stream().map(f -> f.words().ja()).collect(Collectors.joining()),
                ties.stream().map(f -> f.words().en()).collect(Collectors.joining(" ")));
    }
}
