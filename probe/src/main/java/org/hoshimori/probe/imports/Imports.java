package org.hoshimori.probe.imports;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hoshimori.probe.Json;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.Observation;
import tools.jackson.databind.JsonNode;

/// The door: recognises a file by its content and reads it.
public final class Imports {

    /// The largest file that is read.
    static final int MOST = 64 << 20;

    private Imports() {}

    /// @throws Malformed with the place, or when the file is of no known kind
    public static List<Observation> read(byte[] bytes) throws Malformed {
        if (bytes.length > MOST) {
            throw new Malformed("files above 64 MiB are not read");
        }
        String start =
                new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.UTF_8)
                        .stripLeading();
        if (start.startsWith("<")) {
            return XmlImport.read(bytes);
        }
        if (start.startsWith("[") || start.startsWith("{")) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            // JSON lines: more than one value.
            if (start.startsWith("{") && text.strip().indexOf("}\n{") >= 0) {
                return ShodanLines.read(text);
            }
            return json(Json.read(text));
        }
        throw new Malformed(
                "not recognised: Nmap XML, Greenbone XML, XCCDF results, testssl.sh JSON, CycloneDX JSON or Shodan-like JSON lines");
    }

    private static List<Observation> json(JsonNode node) throws Malformed {
        if (node.path("bomFormat").asString("").equals("CycloneDX")) {
            return CycloneDx.read(node);
        }
        if (node.has("scanResult") || node.isArray()) {
            return TestsslJson.read(node);
        }
        if (node.has("ip_str")) {
            return ShodanLines.read(node.toString());
        }
        throw new Malformed(
                "JSON of an unknown kind: testssl.sh, CycloneDX and Shodan-like are read");
    }
}
