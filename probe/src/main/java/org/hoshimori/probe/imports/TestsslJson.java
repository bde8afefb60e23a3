package org.hoshimori.probe.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.Observation;
import tools.jackson.databind.JsonNode;

/// The flat and the pretty JSON of testssl.sh 3: its protocol lines become `tls.versions`, all
/// others are kept as they are.
final class TestsslJson {

    private static final Map<String, String> VERSIONS = new LinkedHashMap<>();

    static {
        VERSIONS.put("SSLv2", "SSLv2");
        VERSIONS.put("SSLv3", "SSLv3");
        VERSIONS.put("TLS1", "TLS1.0");
        VERSIONS.put("TLS1_1", "TLS1.1");
        VERSIONS.put("TLS1_2", "TLS1.2");
        VERSIONS.put("TLS1_3", "TLS1.3");
    }

    private TestsslJson() {}

    static List<Observation> read(JsonNode node) throws Malformed {
        Map<String, Map<String, String>> byAsset = new TreeMap<>();
        collect(node, byAsset, "");
        if (byAsset.isEmpty()) {
            throw new Malformed("no testssl.sh finding in it (id, ip, port, finding)");
        }
        List<Observation> observations = new ArrayList<>();
        byAsset.forEach((asset, lines) -> {
            List<String> offered = new ArrayList<>();
            VERSIONS.forEach((id, word) -> {
                if (lines.getOrDefault(id, "not").startsWith("offered")) {
                    offered.add(word);
                }
            });
            if (lines.keySet().stream().anyMatch(VERSIONS::containsKey)) {
                observations.add(
                        Imported.seen(
                                "testssl",
                                "tls.versions",
                                asset,
                                Instant.EPOCH,
                                Facts.write().put("offered", offered).done(),
                                String.join(", ", offered)));
            }
            Facts.Writer all = Facts.write();
            lines.forEach((id, finding) -> all.put(id, finding));
            observations.add(
                    Imported.seen(
                            "testssl", "import.testssl", asset, Instant.EPOCH, all.done(), asset));
        });
        return observations;
    }

    private static void collect(
            JsonNode node, Map<String, Map<String, String>> byAsset, String inherited) {
        if (node.isArray()) {
            for (JsonNode item : node) {
                collect(item, byAsset, inherited);
            }
            return;
        }
        if (!node.isObject()) {
            return;
        }
        String ip = node.path("ip").asString("").replaceFirst("^.*/", "");
        String port = node.path("port").asString("");
        String asset = ip.isEmpty() ? inherited : ip + ":" + port;
        if (node.has("id") && node.has("finding")) {
            if (!asset.isEmpty()) {
                byAsset.computeIfAbsent(asset, _ -> new TreeMap<>())
                        .put(node.path("id").asString(""), node.path("finding").asString(""));
            }
            return;
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            collect(entry.getValue(), byAsset, asset);
        }
    }
}
