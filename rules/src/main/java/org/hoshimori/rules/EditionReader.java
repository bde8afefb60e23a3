package org.hoshimori.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads one scheme file into an [Edition] (docs/reference/scheme-format.md). The form of single
/// values is checked here; what several lines say together is checked by [Consistency].
final class EditionReader {
    private static final Text ID = new Text("空白のないid", "an id without spaces");
    private static final Text DATE = new Text("日付 (YYYY-MM-DD)", "a date (YYYY-MM-DD)");
    private static final Text NUMBER = new Text("数", "a number");
    private static final Text DIGEST = new Text("SHA-256 (16進64桁)", "a SHA-256 in 64 hex digits");

    private final Faults faults;
    private final Function<String, Optional<Edition>> editions;
    private final Consistency consistency;

    private EditionReader(Faults faults, Function<String, Optional<Edition>> editions) {
        this.faults = faults;
        this.editions = editions;
        this.consistency = new Consistency();
    }

    /// The edition, or nothing when `faults` was given any.
    ///
    /// @param editions finds the edition that this one builds on, by `scheme/edition`
    static Optional<Edition> read(
            YamlNode.Mapping root,
            byte[] bytes,
            Faults faults,
            Function<String, Optional<Edition>> editions) {
        return new EditionReader(faults, editions)
                .edition(new Fields(root, new Text("制度", "scheme"), faults), Digests.sha256(bytes));
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
                        fields.has("valid_to") ? date(fields, "valid_to") : null,
                        fields.has("none") ? fields.word("none") : Evaluation.NONE);
        if (header.validTo() != null && header.validTo().isBefore(header.validFrom())) {
            fields.fault(
                    fields.at("valid_to"),
                    "「valid_to」が「valid_from」より前です",
                    "\"valid_to\" is before \"valid_from\"");
        }
        Optional<Edition> base = base(fields, header.scheme());
        Manner manner = new MannerReader(faults).manner(fields, base);
        List<Setting> settings = all(fields.innerMaps("settings", "設定", "setting"), this::setting);
        List<Source> sources = all(fields.maps("sources", "出典", "source"), this::source);
        List<Level> levels = all(fields.maps("levels", "段階", "level"), this::level);
        Set<String> statuses =
                Stream.concat(
                                base.stream().flatMap(known -> known.levels().stream()),
                                levels.stream())
                        .flatMap(level -> level.rule().statuses().stream())
                        .collect(Collectors.toCollection(TreeSet::new));
        List<Deadline> deadlines =
                all(
                        fields.innerMaps("deadlines", "期限", "deadline"),
                        each -> deadline(each, statuses));
        List<Category> categories =
                all(fields.maps("categories", "分類", "category"), this::category);
        List<Requirement> requirements =
                all(fields.maps("requirements", "要求事項", "requirement"), this::requirement);
        fields.close();
        consistency.check(fields);
        if (faults.count() > 0) {
            return Optional.empty();
        }
        var own =
                new Contents(
                        manner, settings, deadlines, sources, levels, categories, requirements);
        Contents all = base.map(known -> own.after(known.contents())).orElse(own);
        return Optional.of(new Edition(header, all, sha256, Beside.NOTHING));
    }

    /// The edition this one builds on. Its digest stands in the file, so that the digest of the
    /// file names everything.
    private Optional<Edition> base(Fields fields, String scheme) {
        if (!fields.has("extends")) {
            return Optional.empty();
        }
        String edition = fields.word("extends");
        String digest = fields.parsed("extends_sha256", "", EditionReader::digest, DIGEST);
        Optional<Edition> base = editions.apply(scheme + "/" + edition);
        if (base.isEmpty()) {
            fields.fault(
                    fields.at("extends"),
                    "もとになる版「" + edition + "」がありません",
                    "the edition it builds on, " + edition + ", is not there or has faults");
        } else if (!base.get().sha256().equals(digest)) {
            fields.fault(
                    fields.at("extends_sha256"),
                    "もとになる版の内容が変わっています: " + base.get().sha256(),
                    "the edition it builds on has changed: its digest is " + base.get().sha256());
        }
        base.ifPresent(known -> consistency.know(known, fields));
        return base;
    }

    private Supplier<Setting> setting(Fields fields) {
        String id = consistency.unique("setting", fields, id(fields, "id"));
        BigDecimal value = decimal(fields, "value");
        Text title = fields.text("title");
        Confidence confidence = confidence(fields, "confidence");
        return () -> new Setting(id, value, title, confidence);
    }

    private Supplier<Deadline> deadline(Fields fields, Set<String> statuses) {
        String id = consistency.unique("deadline", fields, id(fields, "id"));
        String level = fields.has("level") ? consistency.reference("level", fields, "level") : null;
        int number = fields.number("number", 1, 1000);
        Span.Unit unit = fields.oneOf("unit", Span.Unit.values());
        boolean repeats =
                fields.has("repeats") && fields.oneOf("repeats", YesNo.values()) == YesNo.YES;
        Deadline.Starts starts = starts(fields, level, statuses);
        Text from = fields.text("from");
        Text title = fields.text("title");
        Confidence confidence = confidence(fields, "confidence");
        return () ->
                new Deadline(
                        id,
                        level,
                        new Span(number, unit),
                        repeats,
                        starts,
                        from,
                        title,
                        confidence);
    }

    private Deadline.@Nullable Starts starts(
            Fields fields, @Nullable String level, Set<String> statuses) {
        String at =
                fields.has("starts_at")
                        ? consistency.reference("level", fields, "starts_at")
                        : level;
        if (!fields.has("starts")) {
            return null;
        }
        Map<YamlNode, String> words = fields.words("starts");
        words.forEach((node, word) -> {
            if (!statuses.contains(word)) {
                fields.fault(
                        node,
                        "状態「" + word + "」はこの制度にありません。" + String.join("、", statuses),
                        "no level here has the status \""
                                + word
                                + "\"; "
                                + String.join(", ", statuses));
            }
        });
        return new Deadline.Starts(at, List.copyOf(words.values()));
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
        String variantOf = null;
        if (fields.has("variant_of")) {
            variantOf = consistency.reference("level", fields, "variant_of");
            consistency.variant(id);
        }
        String variant = variantOf;
        Integer requirements =
                fields.has("requirements") ? fields.number("requirements", 1, 10_000) : null;
        Text title = fields.text("title");
        Text name = fields.text("name");
        LevelRule rule = new RuleReader(consistency).rule(fields);
        if (rule instanceof LevelRule.Letter) {
            // Letters ask the same of everybody and differ in what they want for it.
            consistency.variant(id);
        }
        Integer months =
                fields.has("validity_months") ? fields.number("validity_months", 1, 120) : null;
        Confidence sure =
                months == null && !fields.has("validity_confidence")
                        ? Confidence.D
                        : confidence(fields, "validity_confidence");
        Text assurance = fields.text("assurance");
        Confirmation by = fields.oneOf("confirmed_by", Confirmation.values());
        return () ->
                new Level(
                        id,
                        includes,
                        variant,
                        requirements,
                        title,
                        name,
                        rule,
                        months,
                        sure,
                        assurance,
                        by);
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

    private static String digest(String word) {
        if (word.matches("[0-9a-f]{64}")) {
            return word;
        }
        throw new IllegalArgumentException(word);
    }
}
