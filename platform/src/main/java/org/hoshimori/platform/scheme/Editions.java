package org.hoshimori.platform.scheme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hoshimori.rules.Crosswalks;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Fault;
import org.hoshimori.rules.Schemes;
import org.hoshimori.rules.crosswalk.Credits;
import org.hoshimori.rules.sheet.OfficialWording;
import org.hoshimori.rules.sheet.OfficialWordings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Every edition of every scheme that this instance knows: those in the application and those laid
/// beside it in `schemes` of the data folder. Read once, at start, ahead of the container; a file
/// with a fault stops the start and says where the fault is.
@Component
public class Editions {

    private final Schemes schemes;
    private final Path data;
    private @Nullable Credits credits;

    Editions(@Value("${hoshimori.data}") Path data, EditionsAhead.Reading reading) {
        this.data = data;
        this.schemes =
                switch (reading.done().join()) {
                    case Schemes.Reading.Read read -> read.schemes();
                    case Schemes.Reading.Refused refused ->
                            throw new IllegalStateException(faults(refused.faults()));
                };
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

    /// What may be used on `day`: of each scheme the edition to begin with first, our own scheme
    /// before all others.
    public List<Edition> offered(LocalDate day) {
        return schemes.editions().stream()
                .filter(edition -> edition.validOn(day))
                .sorted(
                        Comparator.comparing((Edition edition) -> !edition.scheme().equals("scs"))
                                .thenComparing(Edition::scheme)
                                .thenComparing(
                                        edition -> !newest(edition.scheme(), day).equals(edition))
                                .thenComparing(Edition::id))
                .toList();
    }

    /// The one to begin with on `day`, else the newest there is.
    Optional<Edition> begun(String scheme, LocalDate day) {
        return offered(day).stream()
                .filter(each -> each.scheme().equals(scheme))
                .findFirst()
                .or(() -> of(scheme).stream().findFirst());
    }

    /// All of one scheme, newest first; empty when there is no such scheme.
    public List<Edition> of(String scheme) {
        return schemes.editions().stream()
                .filter(edition -> edition.scheme().equals(scheme))
                .toList()
                .reversed();
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

    /// What answers to one scheme suggest for another; read when first asked for.
    ///
    /// @throws IllegalStateException when a crosswalk has faults
    public synchronized Credits credits() {
        Credits known = credits;
        if (known == null) {
            try {
                known =
                        switch (Crosswalks.carried(data.resolve("schemes"), schemes)) {
                            case Crosswalks.Reading.Read read ->
                                    new Credits(read.crosswalks().list());
                            case Crosswalks.Reading.Refused refused ->
                                    throw new IllegalStateException(faults(refused.faults()));
                        };
            } catch (IOException e) {
                throw new UncheckedIOException("the crosswalks cannot be read", e);
            }
            credits = known;
        }
        return known;
    }

    Schemes schemes() {
        return schemes;
    }

    static String faults(List<Fault> faults) {
        return faults.stream()
                .map(fault -> fault.in(Locale.ENGLISH))
                .collect(Collectors.joining("\n", "a scheme has faults:\n", ""));
    }
}
