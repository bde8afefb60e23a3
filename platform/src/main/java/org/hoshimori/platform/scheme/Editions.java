package org.hoshimori.platform.scheme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.hoshimori.rules.Crosswalks;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Fault;
import org.hoshimori.rules.Measures;
import org.hoshimori.rules.OfficialWording;
import org.hoshimori.rules.Schemes;
import org.hoshimori.rules.crosswalk.Credits;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Every edition of every scheme that this instance knows: those in the application and those laid
/// beside it in `schemes` of the data folder, by `hoshimori import` or by hand, here or at another
/// instance of the same database.
///
/// They are read at start, ahead of the container, where a file with a fault stops the start and
/// says where the fault is; and again while the application runs when a file came or changed, where
/// a fault leaves all as it was.
@Component
public class Editions {

    private static final Logger LOG = LoggerFactory.getLogger(Editions.class);

    /// Who names an edition that is not known makes us look, but not more often.
    private static final Duration LOOK_AT_MOST = Duration.ofSeconds(1);

    /// What was read together; replaced as a whole.
    private static final class Known {
        private final Schemes schemes;
        private @Nullable Crosswalks crosswalks;
        private @Nullable Credits credits;
        private @Nullable Measures measures;

        Known(Schemes schemes, @Nullable Crosswalks crosswalks) {
            this.schemes = schemes;
            this.crosswalks = crosswalks;
        }
    }

    private final Path data;
    private final EditionFiles files;
    private final AtomicLong looked = new AtomicLong(System.nanoTime() - LOOK_AT_MOST.toNanos());
    private volatile Known known;
    private Map<String, Instant> read = Map.of();

    Editions(
            @Value("${hoshimori.data}") Path data,
            EditionsAhead.Reading reading,
            EditionFiles files) {
        this.data = data;
        this.files = files;
        this.known =
                switch (reading.done().join()) {
                    case Schemes.Reading.Read read -> new Known(read.schemes(), null);
                    case Schemes.Reading.Refused refused ->
                            throw new IllegalStateException(faults(refused.faults()));
                };
    }

    /// Looks for files that came or changed, here or at another instance.
    @Scheduled(fixedDelay = 5000)
    synchronized void look() throws IOException {
        looked.set(System.nanoTime());
        files.take();
        Map<String, Instant> here = files.here();
        if (!here.equals(read)) {
            read = here;
            if (readAgain()) {
                files.give();
            }
        }
    }

    /// @return whether there was no fault
    private boolean readAgain() throws IOException {
        List<Fault> faults =
                switch (Schemes.carried(data.resolve("schemes"))) {
                    case Schemes.Reading.Read again -> crosswalksAgain(again.schemes());
                    case Schemes.Reading.Refused refused -> refused.faults();
                };
        if (!faults.isEmpty()) {
            LOG.warn("The schemes stay as they were: {}", faults(faults));
        }
        return faults.isEmpty();
    }

    private List<Fault> crosswalksAgain(Schemes schemes) throws IOException {
        return switch (Crosswalks.carried(data.resolve("schemes"), schemes)) {
            case Crosswalks.Reading.Read again -> measuresAgain(schemes, again.crosswalks());
            case Crosswalks.Reading.Refused refused -> refused.faults();
        };
    }

    private List<Fault> measuresAgain(Schemes schemes, Crosswalks crosswalks) throws IOException {
        return switch (Measures.carried(data.resolve("schemes"))) {
            case Measures.Reading.Read again -> {
                Known next = new Known(schemes, crosswalks);
                next.measures = again.measures();
                known = next;
                yield List.of();
            }
            case Measures.Reading.Refused refused -> refused.faults();
        };
    }

    private void lookBecauseMissing() {
        long now = System.nanoTime();
        long before = looked.get();
        if (now - before < LOOK_AT_MOST.toNanos() || !looked.compareAndSet(before, now)) {
            return;
        }
        try {
            look();
        } catch (IOException e) {
            throw new UncheckedIOException("the schemes cannot be read", e);
        }
    }

    /// All, by scheme and then by the day they came into force.
    public List<Edition> all() {
        return known.schemes.editions();
    }

    /// The edition that a new assessment begun on `day` uses.
    ///
    /// @throws IllegalArgumentException when no edition of the scheme is valid on that day
    public Edition newest(String scheme, LocalDate day) {
        return known.schemes
                .newest(scheme, day)
                .orElseThrow(() ->
                        new IllegalArgumentException("no edition of " + scheme + " on " + day));
    }

    /// What may be used on `day`: of each scheme the edition to begin with first, our own scheme
    /// before all others.
    public List<Edition> offered(LocalDate day) {
        return known.schemes.editions().stream()
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
        return known.schemes.editions().stream()
                .filter(edition -> edition.scheme().equals(scheme))
                .toList()
                .reversed();
    }

    public Optional<Edition> find(String scheme, String edition) {
        Optional<Edition> found = known.schemes.edition(scheme, edition);
        if (found.isPresent()) {
            return found;
        }
        // It may have come to another instance just now.
        lookBecauseMissing();
        return known.schemes.edition(scheme, edition);
    }

    /// @throws IllegalArgumentException when there is no such edition
    public Edition get(String scheme, String edition) {
        return find(scheme, edition)
                .orElseThrow(
                        () -> new IllegalArgumentException("no edition " + scheme + "/" + edition));
    }

    /// Keeps what was given of a scheme's own sheet, for this and every other instance.
    ///
    /// @return whether it is used now: a fault in another file leaves all as it was
    public boolean keep(Edition edition, OfficialWording wording) {
        try {
            String path = OfficialWording.place(Path.of(""), edition).toString().replace('\\', '/');
            files.lay(path, wording.bytes());
            look();
        } catch (IOException e) {
            throw new UncheckedIOException("the official wording cannot be kept", e);
        }
        return find(edition.scheme(), edition.id())
                .map(kept -> kept.wording().equals(Optional.of(wording).filter(w -> !w.isEmpty())))
                .orElse(false);
    }

    /// The measures with their estimates; read when first asked for.
    ///
    /// @throws IllegalStateException when the file has faults
    public Measures measures() {
        Known now = known;
        synchronized (now) {
            Measures measures = now.measures;
            if (measures == null) {
                try {
                    measures =
                            switch (Measures.carried(data.resolve("schemes"))) {
                                case Measures.Reading.Read read -> read.measures();
                                case Measures.Reading.Refused refused ->
                                        throw new IllegalStateException(faults(refused.faults()));
                            };
                } catch (IOException e) {
                    throw new UncheckedIOException("the measures cannot be read", e);
                }
                now.measures = measures;
            }
            return measures;
        }
    }

    /// What answers to one scheme suggest for another; read when first asked for.
    ///
    /// @throws IllegalStateException when a crosswalk has faults
    public Credits credits() {
        Known now = known;
        synchronized (now) {
            Credits credits = now.credits;
            if (credits == null) {
                credits = new Credits(crosswalks(now).list());
                now.credits = credits;
            }
            return credits;
        }
    }

    /// All crosswalks; read when first asked for.
    ///
    /// @throws IllegalStateException when one has faults
    Crosswalks crosswalks() {
        return crosswalks(known);
    }

    private Crosswalks crosswalks(Known now) {
        synchronized (now) {
            Crosswalks crosswalks = now.crosswalks;
            if (crosswalks == null) {
                try {
                    crosswalks =
                            switch (Crosswalks.carried(data.resolve("schemes"), now.schemes)) {
                                case Crosswalks.Reading.Read read -> read.crosswalks();
                                case Crosswalks.Reading.Refused refused ->
                                        throw new IllegalStateException(faults(refused.faults()));
                            };
                } catch (IOException e) {
                    throw new UncheckedIOException("the crosswalks cannot be read", e);
                }
                now.crosswalks = crosswalks;
            }
            return crosswalks;
        }
    }

    Schemes schemes() {
        return known.schemes;
    }

    static String faults(List<Fault> faults) {
        return faults.stream()
                .map(fault -> fault.in(Locale.ENGLISH))
                .collect(Collectors.joining("\n", "a scheme has faults:\n", ""));
    }
}
