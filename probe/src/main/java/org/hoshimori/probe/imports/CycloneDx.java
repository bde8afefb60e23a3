package org.hoshimori.probe.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Observation;
import tools.jackson.databind.JsonNode;

/// CycloneDX, 1.4 to 1.7: the components of a bill of materials, and what VEX says of their
/// vulnerabilities.
final class CycloneDx {

    private CycloneDx() {}

    static List<Observation> read(JsonNode bom) {
        Instant time = Imported.time(bom.path("metadata").path("timestamp").asString(""));
        String product = bom.path("metadata").path("component").path("name").asString("");
        String asset = product.isEmpty() ? "sbom" : "sbom:" + product;
        List<Observation> observations = new ArrayList<>();
        Map<String, String> names = new TreeMap<>();
        for (JsonNode component : bom.path("components")) {
            String name = component.path("name").asString("");
            String version = component.path("version").asString("");
            names.put(component.path("bom-ref").asString(name), name + " " + version);
            observations.add(
                    Imported.seen(
                            "cyclonedx",
                            "import.component",
                            asset + "/" + name + "@" + version,
                            time,
                            Facts.write()
                                    .put("name", name)
                                    .put("version", version)
                                    .put("purl", component.path("purl").asString(""))
                                    .put("cpe", component.path("cpe").asString(""))
                                    .done(),
                            name + " " + version));
        }
        for (JsonNode flaw : bom.path("vulnerabilities")) {
            String id = flaw.path("id").asString("");
            List<String> affects = new ArrayList<>();
            for (JsonNode one : flaw.path("affects")) {
                String ref = one.path("ref").asString("");
                affects.add(names.getOrDefault(ref, ref));
            }
            observations.add(
                    Imported.seen(
                            "cyclonedx",
                            "import.vex",
                            asset + "#" + id,
                            time,
                            Facts.write()
                                    .put("id", id)
                                    .put("state", flaw.path("analysis").path("state").asString(""))
                                    .put(
                                            "justification",
                                            flaw.path("analysis")
                                                    .path("justification")
                                                    .asString(""))
                                    .put("affects", affects)
                                    .done(),
                            id));
        }
        return observations;
    }
}
