package org.hoshimori.probe.rating;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.probe.Malformed;

/// FIRST's daily file of EPSS scores: a comment with the date, then `cve,epss,percentile`.
final class FlawScores {

    private static final Pattern DATE = Pattern.compile("score_date:(\\d{4}-\\d{2}-\\d{2})");
    private static final Pattern LINE =
            Pattern.compile("(CVE-\\d{4}-\\d{4,9}),([01](?:\\.\\d{1,12})?),[01](?:\\.\\d{1,12})?");
    private static final Pattern SMALL =
            Pattern.compile("(CVE-\\d{4}-\\d{4,9}),\\d(?:\\.\\d{1,12})?[eE]-\\d{1,3},.*");

    private FlawScores() {}

    /// @return `epss` and the date
    static String read(InputStream in, Map<String, Integer> into) throws Malformed, IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
        String date = "undated";
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            Matcher score = LINE.matcher(line);
            if (score.matches()) {
                int chance = new BigDecimal(score.group(2)).movePointRight(4).intValue();
                // Only what can matter is kept: a third of a million lines are below.
                if (chance >= Flaw.LIKELY) {
                    into.put(score.group(1), chance);
                }
            } else if (line.startsWith("#")) {
                Matcher found = DATE.matcher(line);
                date = found.find() ? found.group(1) : date;
            } else if (!line.startsWith("cve,epss")
                    && !line.isBlank()
                    && !SMALL.matcher(line).matches()) {
                throw new Malformed(number, 1, "not a line of EPSS scores (cve,epss,percentile)");
            }
        }
        return "epss " + date;
    }
}
