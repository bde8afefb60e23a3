package org.hoshimori.probe.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.Observation;
import org.hoshimori.probe.Outcome;
import org.hoshimori.probe.Seal;
import org.hoshimori.probe.network.Software;
import org.snakeyaml.engine.v2.nodes.Node;

/// A dated snapshot of flaws by product and version, and what it says of the software that banners
/// named.
///
/// @param snapshot its date
/// @param digest SHA-256 of the file, in hex
record KnownFlaws(String snapshot, String digest, List<Flaw> flaws) {

    static final String CHECK = "patch.known";

    /// @param from the first version that has it
    /// @param before the first that has not
    /// @param exploited on CISA's list
    record Flaw(String cve, String product, String from, String before, boolean exploited) {
        boolean hits(Software software) {
            return software.product().equals(product)
                    && Versions.compare(software.version(), from) >= 0
                    && Versions.compare(software.version(), before) < 0;
        }
    }

    KnownFlaws {
        flaws = List.copyOf(flaws);
    }

    static KnownFlaws read(byte[] bytes) throws Malformed {
        Node root = YamlReader.read(bytes);
        Map<String, Node> top = YamlReader.map(root, Set.of("snapshot", "flaws"));
        List<Flaw> flaws = new ArrayList<>();
        for (Node node : YamlReader.list(YamlReader.need(root, top, "flaws"))) {
            Map<String, Node> map =
                    YamlReader.map(node, Set.of("cve", "product", "from", "before", "exploited"));
            flaws.add(
                    new Flaw(
                            YamlReader.text(YamlReader.need(node, map, "cve")),
                            YamlReader.text(YamlReader.need(node, map, "product")),
                            YamlReader.text(YamlReader.need(node, map, "from")),
                            YamlReader.text(YamlReader.need(node, map, "before")),
                            YamlReader.text(YamlReader.need(node, map, "exploited"))
                                    .equals("true")));
        }
        return new KnownFlaws(
                YamlReader.text(YamlReader.need(root, top, "snapshot")), Seal.digest(bytes), flaws);
    }

    /// The observations, and for every one that names software one more that says what is known of
    /// it.
    List<Observation> added(List<Observation> observations) {
        List<Observation> all = new ArrayList<>(observations);
        for (Observation observation : observations) {
            software(observation).ifPresent(software -> all.add(derived(observation, software)));
        }
        return all;
    }

    private static Optional<Software> software(Observation observation) {
        if (!(observation.outcome() instanceof Outcome.Seen(Facts facts))) {
            return Optional.empty();
        }
        return switch (observation.check()) {
            case "net.service" -> Software.in(facts.word("banner"));
            case "http.banner" -> Software.in(String.join("\n", facts.words("software")));
            default -> Optional.empty();
        };
    }

    private Observation derived(Observation from, Software software) {
        Set<String> known = new TreeSet<>();
        Set<String> exploited = new TreeSet<>();
        for (Flaw flaw : flaws) {
            if (flaw.hits(software)) {
                known.add(flaw.cve());
                if (flaw.exploited()) {
                    exploited.add(flaw.cve());
                }
            }
        }
        return new Observation(
                CHECK,
                "CPE 2.3, CISA KEV",
                from.target(),
                from.asset(),
                from.time(),
                0,
                "derived",
                new Outcome.Seen(
                        Facts.write()
                                .put("product", software.product())
                                .put("version", software.version())
                                .put("cpe", software.cpe())
                                .put("distribution", software.distribution())
                                .put("flaws", known)
                                .put("exploited", exploited)
                                .done()),
                List.of());
    }
}
