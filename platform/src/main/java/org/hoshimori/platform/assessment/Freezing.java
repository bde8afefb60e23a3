package org.hoshimori.platform.assessment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.evidence.Evidence;
import org.hoshimori.platform.organisation.Organisation;
import org.hoshimori.rules.Evaluation;
import org.hoshimori.rules.Json;

/// Writes a declared assessment as canonical JSON: members in a fixed order, answers and evidence
/// sorted, so that the same content is the same bytes (docs/reference/assessment.md).
///
/// @param evidence by criterion
/// @param number of the declaration, from 1
record Freezing(
        Organisation company,
        Assessment assessment,
        Scope scope,
        Evaluation evaluation,
        Map<String, Answer> answers,
        Map<String, List<Evidence>> evidence,
        int number,
        Actor by,
        Instant at) {

    /// Raised whenever the form changes, so that an old one is still read rightly.
    static final String FORMAT = "hoshimori-assessment/1";

    Frozen freeze() {
        byte[] bytes = json().getBytes(StandardCharsets.UTF_8);
        return new Frozen(assessment.id(), number, bytes, sha256(bytes), at, by.id());
    }

    String json() {
        var json = new Json();
        json.object()
                .put("format", FORMAT)
                .put("assessment", assessment.id().toString())
                .put("declaration", number)
                .put("declared_at", at.toString())
                .put("declared_by", by.name());
        company(json);
        json.put("scheme", assessment.scheme())
                .put("edition", assessment.edition())
                .put("edition_sha256", evaluation.edition().sha256())
                .put("level", assessment.level())
                .put("rule", evaluation.rule())
                .put("engine", Evaluation.ENGINE);
        scope(json);
        answers(json);
        result(json);
        return json.end().toString();
    }

    private void company(Json json) {
        json.key("company")
                .object()
                .put("corporate_number", company.number().value())
                .put("name", company.name())
                .put("kana", company.kana())
                .put("english_name", company.englishName().orElse(""))
                .put("prefecture", company.prefecture())
                .put("industry", company.industry())
                .put("size", company.size().name())
                .end();
    }

    private void scope(Json json) {
        json.key("scope").object().put("text", scope.text()).put("english", scope.englishText());
        json.key("items").array();
        for (Scope.Item item : scope.items()) {
            json.object()
                    .put("kind", item.kind().code())
                    .put("name", item.name())
                    .put("detail", item.detail())
                    .end();
        }
        json.end().end();
    }

    private void answers(Json json) {
        json.key("answers").array();
        new TreeMap<>(answers)
                .forEach((criterion, answer) -> {
                    json.object()
                            .put("criterion", criterion)
                            .put(
                                    "answer",
                                    answer.value().isPresent()
                                            ? answer.said().word()
                                            : "unanswered")
                            .put("reason", answer.reason())
                            .put("note", answer.note());
                    json.key("evidence").array();
                    evidence.getOrDefault(criterion, List.of()).stream()
                            .sorted(Comparator.comparing(each -> each.id().value().toString()))
                            .forEach(each ->
                                    json.object()
                                            .put("id", each.id().toString())
                                            .put("kind", each.kind().name())
                                            .put("name", each.name())
                                            .put("sha256", each.digest().orElse(""))
                                            .put("link", link(each))
                                            .end());
                    json.end().end();
                });
        json.end();
    }

    private static String link(Evidence evidence) {
        return evidence.kind() == Evidence.Kind.LINK ? evidence.text().orElse("") : "";
    }

    private void result(Json json) {
        json.key("result")
                .object()
                .put("met", evaluation.met())
                .put("reached", evaluation.reached())
                .put("inputs", evaluation.inputs())
                .put("criteria", evaluation.counts().total())
                .put("passing", evaluation.counts().passing())
                .put("not_applicable", evaluation.counts().notApplicable())
                .end();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
