package org.hoshimori.rules;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The canonical form of what was judged: `{"asked":…,"answers":[…]}` and, where any were chosen,
/// `"settings"`. Answers are in the order of their ids. Written by hand, since this is most of the
/// time that a result takes.
final class Inputs {
    private static final int BYTES_PER_ANSWER = 56;

    private Inputs() {}

    /// `sha256:` and the digest of the canonical form.
    static String digest(String asked, Answers answers, Map<String, BigDecimal> settings) {
        byte[] canonical = canonical(asked, answers, settings).getBytes(StandardCharsets.UTF_8);
        return "sha256:" + Digests.sha256(canonical);
    }

    private static String canonical(
            String asked, Answers answers, Map<String, BigDecimal> settings) {
        var out = new StringBuilder(64 + BYTES_PER_ANSWER * answers.byCriterion().size());
        Json.quote(out.append("{\"asked\":"), asked).append(",\"answers\":[");
        int before = out.length();
        answers.byCriterion()
                .forEach((id, answer) -> {
                    out.append(out.length() == before ? "{\"id\":" : ",{\"id\":");
                    Json.quote(out, id).append(",\"answer\":");
                    Json.quote(out, answer.word()).append(",\"detail\":");
                    Json.quote(out, answer.detail()).append('}');
                });
        out.append(']');
        if (!settings.isEmpty()) {
            var json = new Json();
            json.object();
            settings.forEach(json::put);
            out.append(",\"settings\":").append(json.end());
        }
        return out.append('}').toString();
    }
}
