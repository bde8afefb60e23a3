package org.hoshimori.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All crosswalks that were read, and the table of bands.
public record Crosswalks(List<Crosswalk> list, List<Bands> bands) {
    public Crosswalks {
        list = List.copyOf(list);
        bands = List.copyOf(bands);
    }

    /// What reading gave.
    public sealed interface Reading {
        record Read(Crosswalks crosswalks) implements Reading {}

        record Refused(List<Fault> faults) implements Reading {
            public Refused {
                faults = List.copyOf(faults);
            }
        }
    }

    /// Those that the application carries and those laid beside it.
    ///
    /// @param beside need not exist
    public static Reading carried(Path beside, Schemes schemes) throws IOException {
        return read(SchemeFiles.of("crosswalks", beside), schemes);
    }

    /// Reads files (docs/reference/crosswalks.md); every id must exist in its edition.
    public static Reading read(List<SchemeFile> files, Schemes schemes) {
        List<Fault> all = new ArrayList<>();
        List<Crosswalk> list = new ArrayList<>();
        List<Bands> bands = new ArrayList<>();
        for (SchemeFile file : files) {
            Faults faults = new Faults(file.name());
            Optional<YamlNode.Mapping> root = YamlTree.read(file, faults);
            if (root.isPresent()) {
                Fields fields = new Fields(root.get(), new Text("対応付け", "crosswalk"), faults);
                if (fields.has("bands")) {
                    bands.add(bands(fields));
                } else {
                    list.add(crosswalk(fields, Digests.sha256(file.bytes()), schemes));
                }
                fields.close();
            }
            all.addAll(faults.all());
        }
        return all.isEmpty()
                ? new Reading.Read(new Crosswalks(list, bands))
                : new Reading.Refused(all);
    }

    private static Bands bands(Fields fields) {
        fields.number("format", 1, 1);
        fields.oneOf("status", EditionStatus.values());
        List<Bands.Star> stars = new ArrayList<>();
        for (Fields star : fields.maps("list", "帯", "band")) {
            stars.add(
                    new Bands.Star(
                            star.word("star"),
                            star.text("size"),
                            List.copyOf(star.words("near").values())));
            star.close();
        }
        return new Bands(
                fields.word("bands"),
                fields.text("title"),
                fields.text("warning"),
                fields.word("source"),
                stars);
    }

    private static Crosswalk crosswalk(Fields fields, String sha256, Schemes schemes) {
        fields.number("format", 1, 1);
        String id = EditionReader.id(fields, "crosswalk");
        EditionStatus status = fields.oneOf("status", EditionStatus.values());
        Text title = fields.text("title");
        String author = fields.word("author");
        LocalDate date =
                fields.parsed(
                        "date",
                        LocalDate.EPOCH,
                        LocalDate::parse,
                        new Text("日付 (YYYY-MM-DD)", "a date (YYYY-MM-DD)"));
        Crosswalk.End source = end(fields, "source", schemes);
        Crosswalk.End target = end(fields, "target", schemes);
        List<Mapping> maps = new ArrayList<>();
        for (Fields map : fields.maps("maps", "関係", "relation")) {
            maps.add(
                    new Mapping(
                            known(map, "source", source, schemes),
                            map.oneOf("relation", Relation.values()),
                            known(map, "target", target, schemes),
                            map.oneOf("rationale", Mapping.Rationale.values()),
                            map.number("strength", 1, 10),
                            map.textOrNull("note")));
            map.close();
        }
        Optional<Edition> from = schemes.edition(source.scheme(), source.edition());
        Optional<Edition> to = schemes.edition(target.scheme(), target.edition());
        return new Crosswalk(
                id,
                status,
                title,
                author,
                date,
                source,
                target,
                from.isPresent() && to.isPresent()
                        ? PlacedRelations.of(maps, from.get(), to.get())
                        : maps,
                "crosswalks/"
                        + id
                        + "@sha256:"
                        + sha256
                        + from.map(Edition::placing).map(Placing::suffix).orElse("")
                        + to.map(Edition::placing).map(Placing::suffix).orElse(""));
    }

    private static Crosswalk.End end(Fields fields, String key, Schemes schemes) {
        Optional<Fields> inner = fields.map(key, fields.inner(key));
        Crosswalk.End end =
                inner.map(f -> new Crosswalk.End(f.word("scheme"), f.word("edition")))
                        .orElse(new Crosswalk.End("?", "?"));
        inner.ifPresent(f -> {
            if (schemes.edition(end.scheme(), end.edition()).isEmpty()) {
                f.fault(
                        f.at("edition"),
                        "版「" + end.scheme() + "/" + end.edition() + "」がありません",
                        "there is no edition " + end.scheme() + "/" + end.edition());
            }
            f.close();
        });
        return end;
    }

    private static String known(Fields map, String key, Crosswalk.End end, Schemes schemes) {
        String id = map.word(key);
        Optional<Edition> edition =
                schemes.edition(end.scheme(), end.edition()).map(Edition::published);
        if (edition.isPresent()
                && edition.get().criterion(id).isEmpty()
                && edition.get().requirement(id).isEmpty()) {
            Optional<String> meant = NearMiss.of(id, edition.get().answerableIds());
            map.fault(
                    map.at(key),
                    "「"
                            + id
                            + "」は "
                            + edition.get().scheme()
                            + " にありません"
                            + meant.map(m -> "。「" + m + "」のことですか").orElse(""),
                    edition.get().scheme()
                            + " has no "
                            + id
                            + meant.map(m -> ", did you mean " + m + "?").orElse(""));
        }
        return id;
    }
}
