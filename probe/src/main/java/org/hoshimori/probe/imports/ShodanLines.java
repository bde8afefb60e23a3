package org.hoshimori.probe.imports;

import java.util.ArrayList;
import java.util.List;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Json;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.Observation;
import org.hoshimori.probe.Protocol;
import tools.jackson.databind.JsonNode;

/// JSON lines as Shodan exports them: one service a line with address, port and banner.
final class ShodanLines {

    private ShodanLines() {}

    static List<Observation> read(String text) throws Malformed {
        List<Observation> observations = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n")) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            JsonNode node;
            try {
                node = Json.read(line);
            } catch (Malformed e) {
                throw new Malformed(number, e.column(), e.problem());
            }
            String address = node.path("ip_str").asString("");
            int port = node.path("port").asInt(0);
            if (address.isEmpty() || port < 1 || port > 65_535) {
                throw new Malformed(number, 1, "a line needs ip_str and port");
            }
            Protocol service = Protocol.usually(port);
            String banner = node.path("data").asString("");
            observations.add(
                    Imported.seen(
                            "shodan",
                            "net.service",
                            address + ":" + port,
                            Imported.time(node.path("timestamp").asString("")),
                            Facts.write()
                                    .put("open", true)
                                    .put("port", port)
                                    .put("service", service.word())
                                    .put("confirmed", !banner.isEmpty())
                                    .put("exposed", false)
                                    .put("open_without_login", false)
                                    .put(
                                            "banner",
                                            banner.length() > 300
                                                    ? banner.substring(0, 300)
                                                    : banner)
                                    .done(),
                            banner));
        }
        return observations;
    }
}
