package org.hoshimori.probe.rating;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hoshimori.probe.Bundle;
import org.hoshimori.probe.Observation;
import org.hoshimori.probe.Octets;

/// What a set of observations is rated as, for tests of other packages.
public final class RatedFindings {

    private RatedFindings() {}

    /// The rules that fail on any asset.
    public static Set<String> rules(List<Observation> observations) {
        Bundle bundle =
                new Bundle(
                        observations,
                        List.of(),
                        java.util.Optional.empty(),
                        Octets.of(new byte[0]));
        Set<String> rules = new TreeSet<>();
        Ratings.usual().rating(bundle).judged().findings().forEach(f -> rules.add(f.rule().id()));
        return rules;
    }
}
