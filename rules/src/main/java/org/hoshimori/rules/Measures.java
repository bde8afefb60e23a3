package org.hoshimori.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The measures that were read.
///
/// @param edition their edition, such as `2026-11`
/// @param dayRate yen that one person-day of the company's own people is taken to cost
/// @param rule names exactly these measures: `measures/2026-11@sha256:…`
public record Measures(String edition, long dayRate, List<Measure> list, String rule) {
    public Measures {
        list = List.copyOf(list);
    }

    /// What reading gave.
    public sealed interface Reading {
        record Read(Measures measures) implements Reading {}

        record Refused(List<Fault> faults) implements Reading {
            public Refused {
                faults = List.copyOf(faults);
            }
        }
    }

    /// The newest that the application carries, or what a file of the company's own says instead.
    ///
    /// @param beside folder of schemes laid beside the application; need not exist
    public static Reading carried(Path beside) throws IOException {
        return read(SchemeFiles.of("measures", beside).getLast());
    }

    /// Reads one file (docs/reference/measures.md).
    public static Reading read(SchemeFile file) {
        Faults faults = new Faults(file.name());
        Optional<Measures> read =
                YamlTree.read(file, faults)
                        .map(root -> new Fields(root, new Text("対策の一覧", "measures"), faults))
                        .map(fields -> measures(fields, Digests.sha256(file.bytes()), faults));
        return faults.count() == 0 && read.isPresent()
                ? new Reading.Read(read.get())
                : new Reading.Refused(faults.all());
    }

    private static Measures measures(Fields fields, String sha256, Faults faults) {
        fields.number("format", 1, 1);
        String edition = EditionReader.id(fields, "measures");
        fields.oneOf("status", EditionStatus.values());
        fields.text("title");
        int dayRate = fields.number("day_rate", 0, 10_000_000);
        for (Fields source : fields.maps("sources", "出典", "source")) {
            source.word("id");
            source.word("title");
            EditionReader.confidence(source, "confidence");
            source.wordOrNull("url");
            source.close();
        }
        Map<String, Measure> measures = new LinkedHashMap<>();
        List<Fields> needing = new ArrayList<>();
        for (Fields each : fields.maps("list", "対策", "measure")) {
            int before = faults.count();
            Measure measure = measure(each);
            each.close();
            if (measures.containsKey(measure.id())) {
                each.fault(each.at("id"), "idが重複しています", "the id is used twice");
            }
            if (faults.count() == before) {
                measures.put(measure.id(), measure);
                needing.add(each);
            }
        }
        for (Fields each : needing) {
            each.words("needs")
                    .forEach((node, need) -> {
                        if (!measures.containsKey(need)) {
                            Optional<String> meant = NearMiss.of(need, measures.keySet());
                            each.fault(
                                    node,
                                    "対策「"
                                            + need
                                            + "」がありません"
                                            + meant.map(m -> "。「" + m + "」のことですか").orElse(""),
                                    "there is no measure "
                                            + need
                                            + meant.map(m -> ", did you mean " + m + "?")
                                                    .orElse(""));
                        }
                    });
        }
        fields.close();
        return new Measures(
                edition,
                dayRate,
                List.copyOf(measures.values()),
                "measures/" + edition + "@sha256:" + sha256);
    }

    private static Measure measure(Fields fields) {
        Map<CompanySize, Integer> effort = bySize(fields, "effort_days", 100_000);
        Map<CompanySize, Integer> once = bySize(fields, "once", Integer.MAX_VALUE);
        Map<CompanySize, Integer> yearly = bySize(fields, "yearly", Integer.MAX_VALUE);
        Map<CompanySize, Measure.Cost> costs = new EnumMap<>(CompanySize.class);
        for (CompanySize size : CompanySize.values()) {
            costs.put(
                    size,
                    new Measure.Cost(
                            effort.getOrDefault(size, 0),
                            once.getOrDefault(size, 0),
                            yearly.getOrDefault(size, 0)));
        }
        return new Measure(
                EditionReader.id(fields, "id"),
                fields.oneOf("kind", Measure.Kind.values()),
                fields.text("title"),
                costs,
                fields.number("lead_days", 0, 3660),
                List.copyOf(fields.words("helps").values()),
                List.copyOf(fields.words("needs").values()),
                fields.word("source"),
                EditionReader.confidence(fields, "confidence"));
    }

    private static Map<CompanySize, Integer> bySize(Fields fields, String key, int most) {
        Map<CompanySize, Integer> by = new EnumMap<>(CompanySize.class);
        fields.map(key, fields.inner(key))
                .ifPresent(sizes -> {
                    for (CompanySize size : CompanySize.values()) {
                        by.put(size, sizes.number(size.code(), 0, most));
                    }
                    sizes.close();
                });
        return by;
    }
}
