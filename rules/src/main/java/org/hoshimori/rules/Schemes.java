package org.hoshimori.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The door: all schemes that were read, every edition of each.
public final class Schemes {
    /// What reading the files gave.
    public sealed interface Reading {
        /// Every file was faultless.
        record Read(Schemes schemes) implements Reading {}

        /// All faults of all files; nothing of them may be used.
        record Refused(List<Fault> faults) implements Reading {
            public Refused {
                faults = List.copyOf(faults);
            }
        }
    }

    private final List<Edition> editions;

    private Schemes(List<Edition> editions) {
        this.editions =
                editions.stream()
                        .sorted(
                                Comparator.comparing(Edition::scheme)
                                        .thenComparing(edition -> edition.header().validFrom())
                                        .thenComparing(Edition::id))
                        .toList();
    }

    /// Reads the given files; names are shown in faults and otherwise mean nothing.
    public static Reading read(List<SchemeFile> files) {
        List<Faults> faults = files.stream().map(file -> new Faults(file.name())).toList();
        Map<String, Edition> editions = new LinkedHashMap<>();
        List<Optional<YamlNode.Mapping>> roots = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            roots.add(YamlTree.read(files.get(i), faults.get(i)));
        }
        // An edition that builds on another is read when that one is known.
        for (boolean building : List.of(false, true)) {
            for (int i = 0; i < files.size(); i++) {
                if (roots.get(i).isPresent() && builds(roots.get(i).get()) == building) {
                    add(roots.get(i).get(), files.get(i).bytes(), faults.get(i), editions);
                }
            }
        }
        List<Fault> all = faults.stream().flatMap(found -> found.all().stream()).toList();
        return all.isEmpty()
                ? new Reading.Read(new Schemes(List.copyOf(editions.values())))
                : new Reading.Refused(all);
    }

    private static boolean builds(YamlNode.Mapping root) {
        return root.entries().stream().anyMatch(entry -> entry.key().value().equals("extends"));
    }

    private static void add(
            YamlNode.Mapping root, byte[] bytes, Faults found, Map<String, Edition> editions) {
        EditionReader.read(root, bytes, found, name -> Optional.ofNullable(editions.get(name)))
                .ifPresent(edition -> {
                    String name = edition.scheme() + "/" + edition.id();
                    if (editions.putIfAbsent(name, edition) != null) {
                        found.add(
                                1,
                                1,
                                new Text(
                                        name + " は別のファイルにもあります",
                                        name + " stands in another file too"));
                    }
                });
    }

    /// Reads `<scheme>/<edition>.yaml` below `directory` (the repository's `schemes`).
    public static Reading load(Path directory) throws IOException {
        return read(SchemeFiles.below(directory, SchemeFiles::isEdition));
    }

    /// Reads what the application carries on its class path under `/schemes`, and what an instance
    /// laid below `beside`.
    ///
    /// @param beside need not exist
    /// @throws IllegalStateException when the application was packed without its schemes
    public static Reading carried(Path beside) throws IOException {
        return read(SchemeFiles.all(beside, SchemeFiles::isEdition));
    }

    /// Ordered by scheme, then by the day they came into force.
    public List<Edition> editions() {
        return editions;
    }

    /// The contract's JSON (docs/reference/schemes.md): the same editions are the same bytes.
    public String json(Locale locale) {
        return SchemeList.of(editions, locale);
    }

    public Optional<Edition> edition(String scheme, String edition) {
        return editions.stream()
                .filter(e -> e.scheme().equals(scheme) && e.id().equals(edition))
                .findFirst();
    }

    /// The edition to use when none is named: of those valid on `day` the newest, an official one
    /// before any other.
    public Optional<Edition> newest(String scheme, LocalDate day) {
        return editions.stream()
                .filter(edition -> edition.scheme().equals(scheme) && edition.validOn(day))
                .max(
                        Comparator.comparing((Edition e) ->
                                        e.header().status() == EditionStatus.OFFICIAL)
                                .thenComparing(e -> e.header().validFrom())
                                .thenComparing(Edition::id));
    }
}
