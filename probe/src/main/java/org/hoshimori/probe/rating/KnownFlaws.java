package org.hoshimori.probe.rating;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

    /// Looks in which software may name itself.
    private static final Set<String> TELLING = Set.of("net.service", "http.banner");

    public KnownFlaws {
        flaws = List.copyOf(flaws);
    }

    /// The observations, and for every asset that ever named software one more that says what is
    /// known of what it names now.
    List<Observation> added(List<Observation> observations) {
        Map<String, Map<String, Observation>> newest = new TreeMap<>();
        Set<String> named = new HashSet<>();
        for (Observation observation : observations) {
            if (observation.outcome().settled() && TELLING.contains(observation.check())) {
                newest.computeIfAbsent(observation.asset(), _ -> new TreeMap<>())
                        .merge(observation.check(), observation, Judged::later);
                if (!software(observation).isEmpty()) {
                    named.add(observation.asset());
                }
            }
        }
        List<Observation> all = new ArrayList<>(observations);
        newest.forEach((asset, telling) -> {
            if (named.contains(asset)) {
                Observation latest = telling.values().stream().reduce(Judged::later).orElseThrow();
                List<Software> now = new ArrayList<>();
                telling.values().forEach(one -> now.addAll(software(one)));
                all.add(derived(latest, now));
            }
        });
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
                                .put(
                                        "distribution",
                                        software.stream()
                                                .map(Software::distribution)
                                                .filter(name -> !name.isEmpty())
                                                .findFirst()
                                                .orElse(""))
                                .put("flaws", known.stream().limit(MOST_NAMED).toList())
                                .put("count", known.size())
                                .put("exploited", exploited)
                                .put("likely", likely.stream().limit(MOST_NAMED).toList())
                                .done()),
                List.of());
    }
}
