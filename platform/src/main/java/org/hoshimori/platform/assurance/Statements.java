package org.hoshimori.platform.assurance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.hoshimori.platform.assessment.Assessment;
import org.hoshimori.platform.assessment.Assessments;
import org.hoshimori.platform.assessment.Frozen;
import org.hoshimori.platform.assessment.Scope;
import org.hoshimori.platform.organisation.Organisation;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.web.Language;
import org.hoshimori.platform.web.Words;
import org.hoshimori.rules.Edition;
import org.springframework.stereotype.Component;

/// Writes what is signed: canonical JSON that says everything by itself, in both languages.
///
/// Given the same facts and the same moment it is the same bytes, so that what was shown can be
/// compared with what would be signed now.
@Component
class Statements {

    private final Assessments assessments;
    private final Organisations organisations;
    private final Words words;

    Statements(Assessments assessments, Organisations organisations, Words words) {
        this.assessments = assessments;
        this.organisations = organisations;
        this.words = words;
    }

    byte[] confirmation(
            Assessment assessment,
            String expert,
            Qualification qualification,
            Independence independence,
            String relations,
            Instant at) {
        Map<String, Object> content = about(assessment, at);
        content.put("type", "hoshimori/confirmation/1");
        content.put("text", both("assurance.statement.confirmation", level(assessment)));
        content.put(
                "expert",
                Map.of(
                        "name",
                        expert,
                        "qualification",
                        Map.of(
                                "kind",
                                qualification.kind(),
                                "name",
                                Map.of(
                                        "ja",
                                        qualification.name().ja(),
                                        "en",
                                        qualification.name().en()),
                                "number",
                                qualification.number(),
                                "valid_from",
                                qualification.validFrom().toString(),
                                "valid_until",
                                qualification.validUntil().map(LocalDate::toString).orElse(""))));
        content.put(
                "independence",
                Map.of(
                        "rules",
                        independence.version() + "@sha256:" + independence.rules(),
                        "ja",
                        independence.statement().ja(),
                        "en",
                        independence.statement().en(),
                        "declared",
                        relations));
        return Canonical.json(content);
    }

    byte[] pledge(
            Assessment assessment,
            Confirmation confirmation,
            String executive,
            String title,
            Instant at) {
        Map<String, Object> content = about(assessment, at);
        content.put("type", "hoshimori/pledge/1");
        content.put("text", both("assurance.statement.pledge", level(assessment)));
        content.put("executive", Map.of("name", executive, "title", title));
        content.put("confirmation_sha256", confirmation.digest());
        return Canonical.json(content);
    }

    private Map<String, Object> about(Assessment assessment, Instant at) {
        Organisation company = organisations.get(assessment.organisation());
        Scope scope = assessments.scope(assessment.id());
        Edition edition = assessments.edition(assessment);
        Frozen frozen = assessments.frozen(assessment.id()).orElseThrow();
        Map<String, Object> content = new HashMap<>();
        content.put("assessment", assessment.id().toString());
        content.put("frozen_sha256", frozen.sha256());
        content.put("company", Map.of("number", company.number().value(), "name", company.name()));
        content.put("scope", Map.of("ja", scope.text(), "en", scope.englishText()));
        content.put("scheme", assessment.scheme());
        content.put("edition", edition.rule());
        content.put("level", assessment.level());
        content.put("at", at.truncatedTo(ChronoUnit.SECONDS).toString());
        return content;
    }

    private Map<String, String> both(String key, String level) {
        return Map.of(
                "ja", words.say(Language.JA, key, level), "en", words.say(Language.EN, key, level));
    }

    private static String level(Assessment assessment) {
        return "★" + assessment.level();
    }
}
