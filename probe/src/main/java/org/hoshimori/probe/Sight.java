package org.hoshimori.probe;

import java.util.List;

/// What a check found, before the runner adds when and from where.
///
/// @param check id of the check
/// @param standard what it reads by
/// @param asset what was looked at
public record Sight(
        String check, String standard, String asset, Outcome outcome, List<Proof> proof) {
    public Sight {
        proof = List.copyOf(proof);
    }

    public static Sight seen(
            String check, String standard, String asset, Facts facts, List<Proof> proof) {
        return new Sight(check, standard, asset, new Outcome.Seen(facts), proof);
    }
}
