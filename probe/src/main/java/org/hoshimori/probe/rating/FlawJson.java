package org.hoshimori.probe.rating;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.network.Software;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The National Vulnerability Database's JSON 2.0 and CISA's catalogue, one entry at a time: a year
/// of the former is hundreds of megabytes. Only products are kept that banners can name.
final class FlawJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                                    .build())
                    // Entries are read one by one out of a list.
                    .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();
    private static final Set<String> PRODUCTS = Software.products();

    private FlawJson() {}

    /// @return what it is and its date
    ///
    /// @param remarks where to tell what does not fit, but stops nothing
    static String read(
            InputStream in, List<Flaw> flaws, Set<String> exploited, List<String> remarks)
            throws Malformed {
        String kind = "";
        String date = "undated";
        try (JsonParser json = MAPPER.createParser(in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw unknown();
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (name.equals("vulnerabilities") && value == JsonToken.START_ARRAY) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        JsonNode entry = MAPPER.readTree(json);
                        kind = entry.has("cveID") ? "kev" : "nvd";
                        if (entry.has("cveID")) {
                            exploited.add(entry.path("cveID").asString(""));
                        } else {
                            flaws(entry.path("cve"), flaws, remarks);
                        }
                    }
                } else if (name.equals("catalogVersion") || name.equals("timestamp")) {
                    date = json.getString();
                } else {
                    json.skipChildren();
                }
            }
        } catch (JacksonException e) {
            var place = e.getLocation();
            throw new Malformed(
                    place == null ? 1 : Math.max(1, place.getLineNr()),
                    place == null ? 1 : Math.max(1, place.getColumnNr()),
                    "not JSON: " + e.getOriginalMessage());
        }
        if (kind.isEmpty()) {
            throw unknown();
        }
        return kind + " " + date;
    }

    private static Malformed unknown() {
        return new Malformed(
                "JSON of an unknown kind: NVD 2.0 and CISA's KEV catalogue are read, each with its list \"vulnerabilities\"");
    }

    private static void flaws(JsonNode cve, List<Flaw> into, List<String> remarks) {
        if (cve.path("vulnStatus").asString("").equals("Rejected")) {
            return;
        }
        String id = cve.path("id").asString("");
        List<Flaw> own = new ArrayList<>();
        for (JsonNode configuration : cve.path("configurations")) {
            for (JsonNode node : configuration.path("nodes")) {
                for (JsonNode match : node.path("cpeMatch")) {
                    if (match.path("vulnerable").asBoolean(false)) {
                        flaw(id, match).ifPresent(own::add);
                    }
                }
            }
        }
        // Nothing of the others is ever looked up.
        if (!own.isEmpty()) {
            boolean grave = new FlawMetrics(id, remarks).grave(cve.path("metrics"));
            own.forEach(flaw -> into.add(grave ? flaw.asGrave() : flaw));
        }
    }

    private static Optional<Flaw> flaw(String id, JsonNode match) {
        // cpe:2.3:a:vendor:product:version:update:…; a colon in a name is escaped.
        String[] parts = match.path("criteria").asString("").split("(?<!\\\\):");
        if (parts.length < 7 || id.isEmpty() || !PRODUCTS.contains(parts[4])) {
            return Optional.empty();
        }
        if (!parts[5].equals("*") && !parts[5].equals("-")) {
            String update = parts[6].matches("[*-]") ? "" : parts[6];
            String exact = parts[5] + update;
            return Optional.of(new Flaw(id, parts[4], exact, true, exact, true, false, 0, false));
        }
        String including = match.path("versionStartIncluding").asString("");
        String after = match.path("versionStartExcluding").asString("");
        String upTo = match.path("versionEndIncluding").asString("");
        String before = match.path("versionEndExcluding").asString("");
        if (upTo.isEmpty() && before.isEmpty()) {
            // "Every version" says nothing about the one that was seen.
            return Optional.empty();
        }
        return Optional.of(
                new Flaw(
                        id,
                        parts[4],
                        including.isEmpty() ? after : including,
                        !including.isEmpty(),
                        before.isEmpty() ? upTo : before,
                        before.isEmpty(),
                        false,
                        0,
                        false));
    }
}
