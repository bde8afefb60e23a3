package org.hoshimori.platform.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Entries as the canonical JSON that is hashed, and back. Field by field in docs/reference/log.md.
@Component
class Content {

    private final JsonMapper json;

    Content(JsonMapper json) {
        this.json = json;
    }

    static String write(Entry entry, Instant at) {
        Company company = entry.company();
        Map<String, String> who = new TreeMap<>();
        who.put("number", company.corporateNumber());
        who.put("name", company.name());
        who.put("kana", company.kana());
        company.englishName().ifPresent(name -> who.put("english", name));
        who.put("prefecture", company.prefecture());
        who.put("industry", company.industry());
        Map<String, Object> fact = new TreeMap<>();
        fact.put("at", at.toString());
        fact.put("kind", entry.kind().word());
        fact.put("certificate", entry.certificate());
        fact.put("company", who);
        fact.put("scheme", entry.scheme());
        fact.put("edition", entry.edition());
        fact.put("level", entry.level());
        fact.put("scope", entry.scope());
        fact.put("assessment", "sha256:" + entry.assessment());
        fact.put("valid_from", entry.validFrom().toString());
        fact.put("valid_until", entry.validUntil().toString());
        entry.reason().ifPresent(reason -> fact.put("reason", reason));
        return CanonicalJson.of(fact);
    }

    Written read(long number, String content) {
        JsonNode fact = json.readTree(content);
        JsonNode who = fact.get("company");
        Company company =
                new Company(
                        text(who, "number"),
                        text(who, "name"),
                        text(who, "kana"),
                        optional(who, "english"),
                        text(who, "prefecture"),
                        text(who, "industry"));
        Entry entry =
                new Entry(
                        Kind.of(text(fact, "kind")),
                        text(fact, "certificate"),
                        company,
                        text(fact, "scheme"),
                        text(fact, "edition"),
                        text(fact, "level"),
                        text(fact, "scope"),
                        text(fact, "assessment").replaceFirst("sha256:", ""),
                        LocalDate.parse(text(fact, "valid_from")),
                        LocalDate.parse(text(fact, "valid_until")),
                        optional(fact, "reason"));
        return new Written(number, Instant.parse(text(fact, "at")), entry);
    }

    private static String text(JsonNode node, String field) {
        return node.required(field).asString();
    }

    private static Optional<String> optional(JsonNode node, String field) {
        return node.has(field) ? Optional.of(text(node, field)) : Optional.empty();
    }
}
