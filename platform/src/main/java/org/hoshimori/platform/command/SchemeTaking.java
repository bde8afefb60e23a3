package org.hoshimori.platform.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.formats.SchemeDraft;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.EditionStatus;
import org.hoshimori.rules.SchemeFile;
import org.hoshimori.rules.Schemes;
import org.hoshimori.rules.Text;
import org.jspecify.annotations.Nullable;

/// An imported edition on its way into `schemes` of the data folder, where the application finds it
/// while it runs. It never takes the place of an edition that was not imported.
///
/// @param added ids of criteria that the edition of this name did not have before
record SchemeTaking(
        Edition edition,
        byte[] yaml,
        Path place,
        List<String> added,
        List<String> changed,
        List<String> removed) {
    private static final String WORD = "[A-Za-z0-9][A-Za-z0-9._-]{0,79}";

    /// @param as `SCHEME[/EDITION]` to be named; null for the document's own names
    /// @return nothing after its faults were told
    static Optional<SchemeTaking> of(
            Path file, SchemeDraft drafted, @Nullable String as, Console console) {
        SchemeDraft draft = drafted;
        if (as != null) {
            String[] names = as.split("/", 2);
            draft = draft.named(names[0], names.length == 2 ? names[1] : draft.edition());
            if (!draft.scheme().matches(WORD) || !draft.edition().matches(WORD)) {
                console.fault(
                        new Text(
                                "--as は ism/2025.12.9 のような、英数字と . _ - の名前にしてください",
                                "--as takes names of letters, digits and . _ - such as ism/2025.12.9"));
                return Optional.empty();
            }
        }
        byte[] yaml = draft.yaml();
        String name = draft.scheme() + "/" + draft.edition();
        Optional<Schemes> known = SchemeChoice.schemes(console);
        Optional<Edition> edition = edition(file, name, yaml, console);
        if (known.isEmpty() || edition.isEmpty()) {
            return Optional.empty();
        }
        Optional<Edition> before = known.get().edition(draft.scheme(), draft.edition());
        Path place =
                console.data()
                        .resolve("schemes")
                        .resolve(draft.scheme())
                        .resolve(draft.edition() + ".yaml");
        if (before.isPresent()
                && (before.get().header().status() != EditionStatus.IMPORTED
                        || !Files.exists(place))) {
            console.fault(
                    new Text(
                            name + " はすでにあります。--as で別の名前を付けてください",
                            name + " is there already; name it otherwise with --as"));
            return Optional.empty();
        }
        return Optional.of(compared(edition.get(), yaml, place, before));
    }

    private static SchemeTaking compared(
            Edition edition, byte[] yaml, Path place, Optional<Edition> before) {
        Map<String, Criterion> old = new LinkedHashMap<>();
        before.ifPresent(one -> one.criteria().forEach(c -> old.put(c.id(), c)));
        return new SchemeTaking(
                edition,
                yaml,
                place,
                edition.criteria().stream()
                        .map(Criterion::id)
                        .filter(id -> !old.containsKey(id))
                        .toList(),
                edition.criteria().stream()
                        .filter(c -> old.containsKey(c.id()) && !c.equals(old.get(c.id())))
                        .map(Criterion::id)
                        .toList(),
                old.keySet().stream().filter(id -> edition.criterion(id).isEmpty()).toList());
    }

    /// The edition as every other is read, so that nothing is kept that would not be read again.
    private static Optional<Edition> edition(Path file, String name, byte[] yaml, Console console) {
        return switch (Schemes.read(List.of(new SchemeFile(name, yaml)))) {
            case Schemes.Reading.Read read -> Optional.of(read.schemes().editions().getFirst());
            case Schemes.Reading.Refused refused -> {
                refused.faults().stream()
                        .limit(20)
                        .forEach(fault ->
                                console.fault(
                                        file
                                                + ": "
                                                + console.say(
                                                        new Text(
                                                                "版として使えません: "
                                                                        + fault.message().ja(),
                                                                "not usable as an edition: "
                                                                        + fault.message().en()))));
                yield Optional.empty();
            }
        };
    }

    boolean write(Console console) {
        return WholeFile.write(place, yaml, console);
    }
}
