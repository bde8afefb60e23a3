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
import java.util.function.Predicate;

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
        return read(files, List.of(), List.of(), List.of());
    }

    private static Reading read(
            List<SchemeFile> files,
            List<SchemeFile> sheets,
            List<SchemeFile> holidays,
            List<SchemeFile> wordings) {
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
        List<Fault> all = new ArrayList<>();
        faults.forEach(found -> all.addAll(found.all()));
        Map<String, SheetForm> forms = SheetForms.read(sheets, all);
        Map<String, Holidays> days = Holidays.read(holidays, all);
        Map<String, OfficialWording> words = wordings(wordings, all);
        editions.replaceAll((name, edition) -> {
            OfficialWording wording = words.get(name);
            SheetForm form = forms.get(edition.scheme());
            return edition.beside(
                    new Beside(
                            wording == null ? Placing.NONE : wording.placing(edition, form),
                            form,
                            wording == null || wording.isEmpty() ? null : wording,
                            days.get(edition.scheme())));
        });
        return all.isEmpty()
                ? new Reading.Read(new Schemes(List.copyOf(editions.values())))
                : new Reading.Refused(all);
    }

    private static Map<String, OfficialWording> wordings(List<SchemeFile> files, List<Fault> all) {
        Map<String, OfficialWording> wordings = new LinkedHashMap<>();
        for (SchemeFile file : files) {
            try {
                OfficialWording wording = OfficialWording.of(file.bytes());
                wordings.put(wording.scheme() + "/" + wording.edition(), wording);
            } catch (IllegalArgumentException e) {
                all.add(
                        new Fault(
                                file.name(),
                                1,
                                1,
                                new Text(
                                        "公式の文の控えが壊れています。公式のシートを取り込み直してください",
                                        "the wording kept here is damaged; import the official sheet again")));
            }
        }
        return wordings;
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
        return read(which -> SchemeFiles.below(directory, which));
    }

    /// Reads what the application carries on its class path under `/schemes`, and what an instance
    /// laid below `beside`.
    ///
    /// @param beside need not exist
    /// @throws IllegalStateException when the application was packed without its schemes
    public static Reading carried(Path beside) throws IOException {
        return read(which -> SchemeFiles.all(beside, which));
    }

    private interface Finding {
        List<SchemeFile> files(Predicate<String> which) throws IOException;
    }

    private static Reading read(Finding finding) throws IOException {
        return read(
                finding.files(SchemeFiles::isEdition),
                finding.files(path -> path.startsWith("sheets/")),
                finding.files(path -> path.startsWith("holidays/")),
                finding.files(path -> path.startsWith(OfficialWording.FOLDER + "/")));
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
