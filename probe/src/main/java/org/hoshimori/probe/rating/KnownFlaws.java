package org.hoshimori.probe.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Observation;
import org.hoshimori.probe.Outcome;
import org.hoshimori.probe.network.Software;

/// Dated snapshots of flaws by product and version, and what they say of the software that banners
/// named.
///
/// @param snapshot dates of the files it was made from
/// @param digest SHA-256 over them, in hex
public record KnownFlaws(String snapshot, String digest, List<Flaw> flaws) {

    static final String CHECK = "patch.known";
    private static final int MOST_NAMED = 200;

    public KnownFlaws {
        flaws = List.copyOf(flaws);
    }

    /// The observations, and for every one that names software one more that says what is known of
    /// it.
    List<Observation> added(List<Observation> observations) {
        List<Observation> all = new ArrayList<>(observations);
        for (Observation observation : observations) {
            List<Software> software = software(observation);
            if (!software.isEmpty()) {
                all.add(derived(observation, software));
            }
        }
        return all;
    }

    private static List<Software> software(Observation observation) {
        if (!(observation.outcome() instanceof Outcome.Seen(Facts facts))) {
            return List.of();
        }
        return switch (observation.check()) {
            case "net.service" -> Software.all(facts.word("banner"));
            case "http.banner" -> Software.all(String.join("\n", facts.words("software")));
            default -> List.of();
        };
    }

    private Observation derived(Observation from, List<Software> software) {
        Set<String> known = new TreeSet<>();
        Set<String> exploited = new TreeSet<>();
        Set<String> likely = new TreeSet<>();
        for (Flaw flaw : flaws) {
            if (software.stream().anyMatch(flaw::hits)) {
                known.add(flaw.cve());
                if (flaw.exploited()) {
                    exploited.add(flaw.cve());
                }
                if (flaw.likely()) {
                    likely.add(flaw.cve());
                }
            }
        }
        return new Observation(
                CHECK,
                "CPE 2.3, CISA KEV, FIRST EPSS",
                from.target(),
                from.asset(),
                from.time(),
                0,
                "derived",
                new Outcome.Seen(
                        Facts.write()
                                .put("cpe", software.stream().map(Software::cpe).toList())
                                .put("distribution", software.getFirst().distribution())
                                .put("flaws", known.stream().limit(MOST_NAMED).toList())
                                .put("count", known.size())
                                .put("exploited", exploited)
                                .put("likely", likely.stream().limit(MOST_NAMED).toList())
                                .done()),
                List.of());
    }
}
