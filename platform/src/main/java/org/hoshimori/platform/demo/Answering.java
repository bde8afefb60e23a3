package org.hoshimori.platform.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.assessment.Assessment;
import org.hoshimori.platform.assessment.AssessmentId;
import org.hoshimori.platform.assessment.Assessments;
import org.hoshimori.platform.assessment.Said;
import org.hoshimori.platform.assessment.Scope;
import org.hoshimori.platform.evidence.Added;
import org.hoshimori.platform.evidence.EvidenceRoom;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.Criterion;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// Draws a sample company's scope and answers its criteria.
@Component
@Profile("demo")
class Answering {

    private final Assessments assessments;
    private final EvidenceRoom evidence;

    Answering(Assessments assessments, EvidenceRoom evidence) {
        this.assessments = assessments;
        this.evidence = evidence;
    }

    void draw(Actor actor, AssessmentId id, Nation.Drawing drawing) {
        Map<Scope.Kind, List<Nation.Both>> lines =
                Map.of(
                        Scope.Kind.SITE, drawing.sites(),
                        Scope.Kind.NETWORK, drawing.networks(),
                        Scope.Kind.SYSTEM, drawing.systems(),
                        Scope.Kind.CLOUD, drawing.clouds());
        for (Scope.Kind kind : Scope.Kind.values()) {
            lines.getOrDefault(kind, List.of())
                    .forEach(line -> assessments.describe(actor, id, kind, line.ja(), ""));
        }
        drawing.exclusions()
                .forEach(line ->
                        assessments.describe(
                                actor,
                                id,
                                Scope.Kind.EXCLUSION,
                                line.what().ja(),
                                line.reason().ja()));
        assessments.describeInEnglish(actor, id, inEnglish(drawing));
    }

    private static String inEnglish(Nation.Drawing drawing) {
        String text =
                "Sites: "
                        + joined(drawing.sites())
                        + ". Networks: "
                        + joined(drawing.networks())
                        + ". Systems: "
                        + joined(drawing.systems())
                        + ". Cloud services: "
                        + joined(drawing.clouds())
                        + ".";
        return drawing.exclusions().stream()
                .map(line -> " Excluded: " + line.what().en() + " (" + line.reason().en() + ").")
                .collect(Collectors.joining("", text, ""));
    }

    private static String joined(List<Nation.Both> lines) {
        return lines.stream().map(Nation.Both::en).collect(Collectors.joining("; "));
    }

    /// Answers the first `count` criteria; the sixth of a mere draft is not met yet.
    void answer(Actor actor, AssessmentId id, int count, boolean complete) {
        Assessment assessment = assessments.get(id);
        List<Criterion> criteria =
                assessments.edition(assessment).criteriaOf(assessment.level()).stream()
                        .limit(count)
                        .toList();
        Map<String, Said> said = new LinkedHashMap<>();
        for (Criterion criterion : criteria) {
            boolean open = !complete && said.size() % 12 == 5;
            said.put(
                    criterion.id(),
                    open
                            ? new Said(AnswerValue.NOT_MET, "", "担当を決め、来月末までに整えます。")
                            : new Said(
                                    AnswerValue.MET,
                                    "",
                                    criterion.evidence().getFirst().ja() + "で確かめられます。"));
        }
        assessments.saveAll(actor, id, said);
        attach(actor, assessment, criteria);
    }

    /// One statement stands behind every fourth answer.
    private void attach(Actor actor, Assessment assessment, List<Criterion> criteria) {
        Added added =
                evidence.addStatement(
                        actor,
                        assessment.organisation(),
                        "情報セキュリティ規程（抜粋）",
                        "当社は、情報セキュリティの責任者と担当部署を定め、年1回、体制と規程を見直しています。最新版は社内の掲示板でいつでも読めます。");
        if (added instanceof Added.Stored(var stored)) {
            for (int place = 0; place < criteria.size(); place += 4) {
                assessments.attach(actor, assessment.id(), criteria.get(place).id(), stored.id());
            }
        }
    }
}
