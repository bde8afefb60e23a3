package org.hoshimori.probe.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.metaeffekt.core.security.cvss.CvssVector;
import org.metaeffekt.core.security.cvss.v2.Cvss2;
import org.metaeffekt.core.security.cvss.v3.Cvss3P0;
import org.metaeffekt.core.security.cvss.v3.Cvss3P1;
import org.metaeffekt.core.security.cvss.v4P0.Cvss4P0;

/// A CVSS vector as published and the scores that FIRST's formulas give it (CVSS 2.0, 3.0, 3.1,
/// 4.0), in tenths, so that they are compared exactly.
///
/// @param base 0 to 100
/// @param all with what the vector says beyond its base: threat, time, environment
/// @param remote over the network, without a login and without anybody's help
record Cvss(String text, int score, int base, boolean remote) {

    private static final Pattern SHAPE =
            Pattern.compile(
                    "(?:CVSS:(3\\.0|3\\.1|4\\.0)/)?[A-Za-z]{1,3}:[A-Za-z]{1,6}(?:/[A-Za-z]{1,3}:[A-Za-z]{1,6}){5,40}");

    /// @throws IllegalArgumentException when it is no whole vector; what it says is for people
    static Cvss read(String text) {
        var shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            throw new IllegalArgumentException("not a CVSS vector: " + cut(text));
        }
        CvssVector vector =
                switch (Optional.ofNullable(shape.group(1)).orElse("2.0")) {
                    case "3.0" -> new Cvss3P0();
                    case "3.1" -> new Cvss3P1();
                    case "4.0" -> new Cvss4P0();
                    default -> new Cvss2();
                };
        String metrics = text.substring(text.startsWith("CVSS:") ? text.indexOf('/') + 1 : 0);
        Set<String> names = new HashSet<>();
        for (String metric : metrics.split("/")) {
            String[] parts = metric.split(":");
            if (!names.add(parts[0]) || !vector.applyVectorArgument(parts[0], parts[1])) {
                throw new IllegalArgumentException(
                        "no metric of this version, or one that stands twice: " + metric);
            }
        }
        if (!vector.isBaseFullyDefined()) {
            throw new IllegalArgumentException("a base metric is missing: " + cut(text));
        }
        boolean alone =
                names.contains("Au")
                        ? has(metrics, "Au:N") && has(metrics, "AC:L")
                        : has(metrics, "PR:N") && has(metrics, "UI:N");
        int base = tenths(vector.getBaseScore());
        return new Cvss(
                text,
                vector instanceof Cvss4P0 ? tenths(vector.getOverallScore()) : base,
                base,
                has(metrics, "AV:N") && alone);
    }

    private static boolean has(String metrics, String metric) {
        return ("/" + metrics + "/").contains("/" + metric + "/");
    }

    /// Whether this published score is one that the vector has: some publish that of the base of
    /// CVSS 4.0.
    boolean fits(int tenths) {
        return tenths == score || tenths == base;
    }

    /// Scores have one decimal.
    static int tenths(double score) {
        return BigDecimal.valueOf(Math.max(0, score))
                .setScale(1, RoundingMode.HALF_UP)
                .movePointRight(1)
                .intValueExact();
    }

    private static String cut(String text) {
        return text.length() > 120 ? text.substring(0, 120) + "…" : text;
    }
}
