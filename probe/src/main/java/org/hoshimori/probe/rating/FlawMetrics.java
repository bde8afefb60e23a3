package org.hoshimori.probe.rating;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// What the National Vulnerability Database's metrics of one flaw say of how grave it is. A score
/// is computed from its vector; one that was published and does not fit its vector is told.
final class FlawMetrics {

    private static final int GRAVE = 90;

    /// Newest first. The oldest counts only where there is no other.
    private static final List<String> VERSIONS =
            List.of("cvssMetricV40", "cvssMetricV31", "cvssMetricV30");

    private static final String OLDEST = "cvssMetricV2";

    private final String cve;
    private final List<String> remarks;

    /// @param remarks where to tell what does not fit
    FlawMetrics(String cve, List<String> remarks) {
        this.cve = cve;
        this.remarks = remarks;
    }

    /// Over the network, without privileges or interaction, and 9 or more.
    boolean grave(JsonNode metrics) {
        boolean grave = false;
        boolean any = false;
        for (String version : VERSIONS) {
            for (JsonNode metric : metrics.path(version)) {
                any = true;
                grave |= graveOne(metric.path("cvssData"));
            }
        }
        if (!any) {
            for (JsonNode metric : metrics.path(OLDEST)) {
                grave |= graveOne(metric.path("cvssData"));
            }
        }
        return grave;
    }

    private boolean graveOne(JsonNode cvss) {
        String text = cvss.path("vectorString").asString("");
        JsonNode published = cvss.path("baseScore");
        if (!text.isEmpty()) {
            try {
                Cvss vector = Cvss.read(text);
                if (published.isNumber() && !vector.fits(Cvss.tenths(published.asDouble(0)))) {
                    remarks.add(
                            "%s: baseScore %s, but %s gives %.1f, which counts"
                                    .formatted(
                                            cve,
                                            published.asString(),
                                            text,
                                            vector.score() / 10.0));
                }
                return vector.remote() && vector.score() >= GRAVE;
            } catch (IllegalArgumentException e) {
                remarks.add(cve + ": " + e.getMessage());
            }
        }
        return published.asDouble(0) * 10 >= GRAVE
                && cvss.path("attackVector").asString("").equals("NETWORK")
                && cvss.path("privilegesRequired").asString("").equals("NONE")
                && cvss.path("userInteraction").asString("").equals("NONE");
    }
}
