package org.hoshimori.platform.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hoshimori.formats.oscal.OscalDocument;
import org.hoshimori.formats.oscal.OscalFiles;
import org.hoshimori.formats.oscal.Resolution;
import org.hoshimori.formats.oscal.Resolver;
import org.hoshimori.formats.oscal.Syntax;
import org.hoshimori.rules.Fault;
import org.hoshimori.rules.Text;

/// OSCAL documents that the caller names. What cannot be read is told; nothing else is ever opened.
final class Documents {
    /// More notices would drown the result; all stand in the JSON.
    private static final int SHOWN = 20;

    private Documents() {}

    static Optional<OscalDocument> read(Path file, Console console) {
        return WholeFile.read(file, console)
                .flatMap(bytes -> {
                    Optional<Syntax> syntax = OscalFiles.recognise(bytes);
                    if (syntax.isEmpty()) {
                        console.fault(
                                file
                                        + ": "
                                        + console.say(
                                                new Text(
                                                        "OSCALの文書ではありません",
                                                        "not an OSCAL document")));
                        return Optional.empty();
                    }
                    return read(file.toString(), bytes, syntax.get(), console);
                });
    }

    static Optional<OscalDocument> read(String name, byte[] bytes, Syntax syntax, Console console) {
        return switch (OscalFiles.read(name, bytes, syntax)) {
            case OscalDocument.Reading.Read read -> Optional.of(read.document());
            case OscalDocument.Reading.Refused refused -> refused(refused.faults(), console);
        };
    }

    static <T> Optional<T> refused(List<Fault> faults, Console console) {
        faults.forEach(fault -> console.fault(fault.in(console.locale())));
        return Optional.empty();
    }

    static Optional<Resolution.Resolved> resolve(
            Path file, OscalDocument profile, List<Path> with, Console console) {
        Map<String, OscalDocument> given = new LinkedHashMap<>();
        for (Path path : with) {
            Optional<OscalDocument> one = read(path, console);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            given.put(Objects.requireNonNull(path.getFileName()).toString(), one.get());
        }
        return switch (Resolver.resolve(
                file.toString(),
                profile,
                given,
                console.clock().instant().atZone(console.clock().getZone()).toOffsetDateTime())) {
            case Resolution.Resolved resolved -> Optional.of(resolved);
            case Resolution.Refused refused -> refused(refused.faults(), console);
        };
    }

    static void tell(List<Fault> notices, Console console) {
        notices.stream().limit(SHOWN).forEach(notice -> console.fault(notice.in(console.locale())));
        if (notices.size() > SHOWN) {
            int more = notices.size() - SHOWN;
            console.fault(
                    console.say(
                            new Text(
                                    "ほかに" + more + "件 (--json ですべて)",
                                    more + " more (all with --json)")));
        }
    }
}
