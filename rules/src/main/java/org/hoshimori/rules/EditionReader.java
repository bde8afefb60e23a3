package org.hoshimori.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Reads one scheme file into an [Edition] (docs/reference/scheme-format.md). The form of single
/// values is checked here; what several lines say together is checked by [Consistency].
final class EditionReader {
    private static final Text ID = new Text("空白のないid", "an id without spaces");
    private static final Text DATE = new Text("日付 (YYYY-MM-DD)", "a date (YYYY-MM-DD)");
    private static final Text NUMBER = new Text("数", "a number");
    private static final Text DIGEST = new Text("SHA-256 (16進64桁)", "a SHA-256 in 64 hex digits");

    private final Faults faults;
    private final Consistency consistency;

    private EditionReader(Faults faults) {
        this.faults = faults;
        this.consistency = new Consistency();
    }

    /// The edition, or nothing when `faults` was given any.
    static Optional<Edition> read(SchemeFile file, Faults faults) {
        return YamlTree.read(file, faults)
                .flatMap(root ->
                        new EditionReader(faults)
                                .edition(
                                        new Fields(root, new Text("制度", "scheme"), faults),
                                        Digests.sha256(file.bytes())));
    }

    private Optional<Edition> edition(Fields fields, String sha256) {
        fields.number("format", 1, 1);
        Edition.Header header =
                new Edition.Header(
                        id(fields, "scheme"),
                        id(fields, "edition"),
                        fields.oneOf("status", EditionStatus.values()),
                        fields.text("title"),
                        fields.text("short_title"),
                        date(fields, "valid_from"),
                        fields.has("valid_to") ? date(fields, "valid_to") : null);
        if (header.validTo() != null && header.validTo().isBefore(header.validFrom())) {
            fields.fault(
                    fields.at("valid_to"),
                    "「valid_to」が「valid_from」より前です",
                    "\"valid_to\" is before \"valid_from\"");
        }
        List<Source> sources = all(fields.maps("sources", "出典", "source"), this::source);
        List<Level> levels = all(fields.maps("levels", "段階", "level"), this::level);
        List<Category> categories =
                all(fields.maps("categories", "分類", "category"), this::category);
        List<Requirement> requirements =
                all(fields.maps("requirements", "要求事項", "requirement"), this::requirement);
        fields.close();
        consistency.check(fields);
        return faults.count() > 0
                ? Optional.empty()
                : Optional.of(
                        new Edition(header, sources, levels, categories, requirements, sha256));
    }

    /// Builds each, leaving out those with faults: their stand-ins must not reach a constructor.
    private <T> List<T> all(List<Fields> maps, Function<Fields, Supplier<T>> reader) {
        List<T> read = new ArrayList<>();
        for (Fields fields : maps) {
            int before = faults.count();
            Supplier<T> complete = reader.apply(fields);
            fields.close();
            if (faults.count() == before) {
                read.add(complete.get());
            }
        }
        return read;
    }

    private Supplier<Source> source(Fields fields) {
        String id = consistency.unique("source", fields, id(fields, "id"));
        String title = fields.word("title");
        String url = fields.wordOrNull("url");
        String sha256 =
                fields.has("sha256")
                        ? fields.parsed("sha256", "", EditionReader::digest, DIGEST)
                        : null;
        Confidence confidence = confidence(fields, "confidence");
        return () -> new Source(id, title, url, sha256, confidence);
    }

    private Supplier<Level> level(Fields fields) {
        String id = consistency.level(fields, id(fields, "id"), fields.wordOrNull("includes"));
        String includes = fields.wordOrNull("includes");
        Text title = fields.text("title");
        Text name = fields.text("name");
        LevelRule rule =
                fields.parsed(
                        "rule",
                        new LevelRule.AllMet(),
                        EditionReader::rule,
                        new Text("規則 (all-met)", "a rule (all-met)"));
        int months = fields.number("validity_months", 1, 120);
        Confidence sure = confidence(fields, "validity_confidence");
        Text assurance = fields.text("assurance");
        Confirmation by = fields.oneOf("confirmed_by", Confirmation.values());
        return () -> new Level(id, includes, title, name, rule, months, sure, assurance, by);
    }

    private Supplier<Category> category(Fields fields) {
        String id = consistency.unique("category", fields, id(fields, "id"));
        Text title = fields.text("title");
        return () -> new Category(id, title);
    }

    private Supplier<Requirement> requirement(Fields fields) {
        String id = consistency.unique("criterion", fields, id(fields, "id"));
        String category = consistency.reference("category", fields, "category");
        String level = consistency.reference("level", fields, "level");
        Text title = fields.text("title");
        Standing status = fields.oneOf("status", Standing.values());
        Confidence confidence = confidence(fields, "confidence");
        CriterionReader reader = new CriterionReader(id, consistency);
        List<Fields> maps = fields.maps("criteria", "評価基準", "criterion");
        if (maps.isEmpty() && fields.has("criteria")) {
            fields.fault(fields.at("criteria"), "評価基準がありません", "has no criteria");
        }
        List<Criterion> criteria = all(maps, reader::criterion);
        return () -> new Requirement(id, category, level, title, status, confidence, criteria);
    }

    static String id(Fields fields, String key) {
        return fields.parsed(
                key,
                "?",
                word -> {
                    if (word.chars().anyMatch(Character::isWhitespace)) {
                        throw new IllegalArgumentException(word);
                    }
                    return word;
                },
                ID);
    }

    static Confidence confidence(Fields fields, String key) {
        return fields.parsed(
                key, Confidence.D, Confidence::valueOf, new Text("A、B、C、Dのどれか", "A, B, C or D"));
    }

    static BigDecimal decimal(Fields fields, String key) {
        return fields.parsed(key, BigDecimal.ONE, BigDecimal::new, NUMBER);
    }

    private static LocalDate date(Fields fields, String key) {
        return fields.parsed(key, LocalDate.EPOCH, LocalDate::parse, DATE);
    }

    private static LevelRule rule(String word) {
        if (word.equals("all-met")) {
            return new LevelRule.AllMet();
        }
        throw new IllegalArgumentException(word);
    }

    private static String digest(String word) {
        if (word.matches("[0-9a-f]{64}")) {
            return word;
        }
        throw new IllegalArgumentException(word);
    }
}
