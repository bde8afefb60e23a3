package org.hoshimori.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// Reads the criteria of one requirement.
final class CriterionReader {
    private final String requirement;
    private final Consistency consistency;

    CriterionReader(String requirement, Consistency consistency) {
        this.requirement = requirement;
        this.consistency = consistency;
    }

    Supplier<Criterion> criterion(Fields fields) {
        String id = consistency.unique("criterion", fields, EditionReader.id(fields, "id"));
        String level = consistency.asked(fields);
        Integer row = fields.has("row") ? fields.number("row", 1, 100_000) : null;
        if (row != null) {
            consistency.unique("row", fields, "row", row.toString());
        }
        Standing status = fields.oneOf("status", Standing.values());
        Confidence confidence = EditionReader.confidence(fields, "confidence");
        Kind kind = fields.has("kind") ? fields.oneOf("kind", Kind.values()) : null;
        Text text = fields.text("text");
        Text help = fields.textOrNull("help");
        List<Text> evidence = fields.has("evidence") ? evidence(fields) : List.of();
        Optional<Supplier<Duty>> duty =
                fields.has("duty")
                        ? fields.map("duty", fields.inner("duty")).map(CriterionReader::duty)
                        : Optional.empty();
        List<Supplier<Parameter>> parameters =
                innerMaps(fields, "parameters", "parameter", CriterionReader::parameter);
        List<Supplier<Criterion.Part>> parts =
                innerMaps(fields, "parts", "part", CriterionReader::part);
        List<Supplier<Criterion.Part>> alternatives =
                innerMaps(fields, "alternatives", "alternative", CriterionReader::part);
        List<String> refs = consistency.references("criterion", fields, "refs");
        Text notApplicable = fields.textOrNull("not_applicable");
        Weighing weighing = weighing(fields);
        Links links = links(fields);
        return () ->
                new Criterion(
                        id,
                        requirement,
                        level,
                        row,
                        status,
                        confidence,
                        kind,
                        text,
                        help,
                        evidence,
                        duty.map(Supplier::get).orElse(null),
                        get(parameters),
                        get(parts),
                        get(alternatives),
                        refs,
                        notApplicable,
                        weighing,
                        links);
    }

    private static Weighing weighing(Fields fields) {
        int weight = fields.has("weight") ? fields.number("weight", 0, 1000) : 1;
        Integer partial =
                fields.has("partial_weight") ? fields.number("partial_weight", 0, 1000) : null;
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        fields.words("traits")
                .forEach((node, word) ->
                        fields.oneOf(node, "traits", word, Trait.values()).ifPresent(traits::add));
        return new Weighing(weight, partial, traits);
    }

    private Links links(Fields fields) {
        String until = fields.has("until") ? consistency.reference("level", fields, "until") : null;
        return new Links(
                until,
                consistency.references("criterion", fields, "superseded_by"),
                consistency.references("criterion", fields, "covered_by"),
                consistency.references("category", fields, "groups"),
                List.copyOf(fields.words("aliases").values()),
                List.copyOf(fields.words("from").values()));
    }

    private static <T> List<T> get(List<Supplier<T>> suppliers) {
        return suppliers.stream().map(Supplier::get).toList();
    }

    private static <T> List<Supplier<T>> innerMaps(
            Fields fields, String key, String en, Function<Fields, Supplier<T>> reader) {
        List<Supplier<T>> read = new ArrayList<>();
        Map<String, Fields> seen = new HashMap<>();
        for (Fields inner : fields.innerMaps(key, key, en)) {
            String id = inner.word("id");
            if (seen.putIfAbsent(id, inner) != null) {
                inner.fault(inner.at("id"), "idが重複しています", "the id is used twice");
            }
            read.add(reader.apply(inner));
            inner.close();
        }
        return read;
    }

    /// The examples stand in two lists of equal length, one a language.
    private static List<Text> evidence(Fields fields) {
        List<Text> evidence = new ArrayList<>();
        fields.map("evidence", fields.inner("evidence"))
                .ifPresent(both -> {
                    List<String> ja = List.copyOf(both.words("ja").values());
                    List<String> en = List.copyOf(both.words("en").values());
                    if (ja.size() != en.size() || ja.isEmpty()) {
                        both.fault(
                                both.at("en"),
                                "「ja」と「en」は同じ数だけ必要です (" + ja.size() + "と" + en.size() + ")",
                                "\"ja\" and \"en\" need equally many examples (%d and %d)"
                                        .formatted(ja.size(), en.size()));
                    }
                    for (int i = 0; i < Math.min(ja.size(), en.size()); i++) {
                        evidence.add(new Text(ja.get(i), en.get(i)));
                    }
                    both.close();
                });
        return evidence;
    }

    private static Supplier<Duty> duty(Fields fields) {
        Integer months = fields.has("every_months") ? fields.number("every_months", 1, 120) : null;
        Set<Occasion> on = EnumSet.noneOf(Occasion.class);
        fields.wordOrWords("on")
                .forEach((node, word) ->
                        fields.oneOf(node, "on", word, Occasion.values()).ifPresent(on::add));
        if (months == null && on.isEmpty()) {
            fields.fault(
                    fields.at("on"),
                    "「every_months」か「on」が必要です",
                    "needs \"every_months\" or \"on\"");
        }
        fields.close();
        return () -> new Duty(months, on);
    }

    private static Supplier<Parameter> parameter(Fields fields) {
        String id = EditionReader.id(fields, "id");
        Parameter.Type type = fields.oneOf("type", Parameter.Type.values());
        BigDecimal value = EditionReader.decimal(fields, "value");
        Parameter.Bound bound = fields.oneOf("bound", Parameter.Bound.values());
        Text label = fields.text("label");
        return () -> new Parameter(id, type, value, bound, label);
    }

    private static Supplier<Criterion.Part> part(Fields fields) {
        String id = EditionReader.id(fields, "id");
        Text text = fields.both();
        return () -> new Criterion.Part(id, text);
    }
}
