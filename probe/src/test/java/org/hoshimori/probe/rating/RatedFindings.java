package org.hoshimori.probe.rating;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hoshimori.probe.Bundle;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.Observation;
import org.hoshimori.probe.Octets;

/// What a set of observations is rated as, for tests of other packages.
public final class RatedFindings {

    /// As published on the day of the score; what is likely to be exploited, our own snapshot
    /// leaves to the user's file.
    private static final String EPSS =
            """
            #model_version:v2025.03.14,score_date:2026-11-27T12:55:00Z
            cve,epss,percentile
            CVE-2011-2523,0.9,0.99
            """;

    private static final Ratings RATINGS = Ratings.usual().withVulnerabilities(flaws());

    private RatedFindings() {}

    private static KnownFlaws flaws() {
        FlawReader reader = new FlawReader();
        try {
            reader.add(new ByteArrayInputStream(Ratings.own("vulnerabilities.yaml")));
            reader.add(new ByteArrayInputStream(EPSS.getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException | Malformed e) {
            throw new IllegalStateException(e);
        }
        return reader.done();
    }

    /// All rules there are.
    public static Set<String> allRules() {
        Set<String> rules = new TreeSet<>();
        RATINGS.rulebook().rules().forEach(rule -> rules.add(rule.id()));
        return rules;
    }

    /// The rules that fail on any asset.
    public static Set<String> rules(List<Observation> observations) {
        Bundle bundle =
                new Bundle(
                        observations,
                        List.of(),
                        java.util.Optional.empty(),
                        Octets.of(new byte[0]));
        Set<String> rules = new TreeSet<>();
        RATINGS.rating(bundle).judged().findings().forEach(f -> rules.add(f.rule().id()));
        return rules;
    }
}
