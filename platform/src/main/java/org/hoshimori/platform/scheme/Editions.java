package org.hoshimori.platform.scheme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Fault;
import org.hoshimori.rules.SchemeFile;
import org.hoshimori.rules.Schemes;
import org.hoshimori.rules.sheet.OfficialWording;
import org.hoshimori.rules.sheet.OfficialWordings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// Every edition of every scheme that this instance knows: those in the application and those laid
/// beside it in `schemes` of the data folder. Read once, at start; a file with a fault stops the
/// start and says where the fault is.
@Component
public class Editions {

    private final Schemes schemes;
    private final Path data;

    Editions(@Value("${hoshimori.data}") Path data) {
        this.data = data;
        try {
            List<SchemeFile> files = new ArrayList<>(carried());
            files.addAll(beside(data.resolve("schemes")));
            this.schemes =
                    switch (Schemes.read(files)) {
                        case Schemes.Reading.Read read -> read.schemes();
                        case Schemes.Reading.Refused refused ->
                                throw new IllegalStateException(faults(refused.faults()));
                    };
        } catch (IOException e) {
            throw new UncheckedIOException("the schemes cannot be read", e);
        }
    }

    /// All, by scheme and then by the day they came into force.
    public List<Edition> all() {
        return schemes.editions();
    }

    /// The edition that a new assessment begun on `day` uses.
    ///
    /// @throws IllegalArgumentException when no edition of the scheme is valid on that day
    public Edition newest(String scheme, LocalDate day) {
        return schemes.newest(scheme, day)
                .orElseThrow(() ->
                        new IllegalArgumentException("no edition of " + scheme + " on " + day));
    }

    public Optional<Edition> find(String scheme, String edition) {
        return schemes.edition(scheme, edition);
    }

    /// @throws IllegalArgumentException when there is no such edition
    public Edition get(String scheme, String edition) {
        return find(scheme, edition)
                .orElseThrow(
                        () -> new IllegalArgumentException("no edition " + scheme + "/" + edition));
    }

    /// The official words of an edition, when this instance was given the official sheet. Read
    /// every time: `hoshimori import` may bring them while the server runs.
    public Optional<OfficialWording> wording(Edition edition) {
        try {
            return OfficialWordings.kept(data, edition);
        } catch (IOException e) {
            throw new UncheckedIOException("the official wording cannot be read", e);
        }
    }

    private static List<SchemeFile> carried() throws IOException {
        List<SchemeFile> files = new ArrayList<>();
        for (Resource resource :
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath:/schemes/*/*.yaml")) {
            try (var content = resource.getInputStream()) {
                files.add(SchemeFile.of(resource.getDescription(), content));
            }
        }
        return files;
    }

    private static List<SchemeFile> beside(Path folder) throws IOException {
        List<SchemeFile> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> found =
                    Files.find(
                            folder,
                            2,
                            (path, attributes) ->
                                    attributes.isRegularFile()
                                            && path.toString().endsWith(".yaml"))) {
                for (Path path : found.sorted().toList()) {
                    files.add(new SchemeFile(path.toString(), Files.readAllBytes(path)));
                }
            }
        }
        return files;
    }

    private static String faults(List<Fault> faults) {
        return faults.stream()
                .map(fault -> fault.in(Locale.ENGLISH))
                .collect(Collectors.joining("\n", "a scheme has faults:\n", ""));
    }
}
