package org.hoshimori.platform.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.hoshimori.platform.trail.Happening;
import org.hoshimori.platform.trail.Trail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What evidence needs from time to time: scans that are still due, and bytes that an interrupted
/// upload left behind.
@Component
class Upkeep {

    /// Longer than any upload lasts.
    static final Duration SETTLED = Duration.ofHours(24);

    private static final int AT_ONCE = 1000;
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final EvidenceId BEFORE_ALL = new EvidenceId(new UUID(0, 0));

    private final EvidenceStore store;
    private final Incoming incoming;
    private final ByteStore bytes;
    private final Clamd clamd;
    private final Trail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Upkeep(
            EvidenceStore store,
            Incoming incoming,
            ByteStore bytes,
            Clamd clamd,
            Trail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.incoming = incoming;
        this.bytes = bytes;
        this.clamd = clamd;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Scans what is waiting, until the scanner fails again. The row is locked meanwhile, so two
    /// instances never scan the same file.
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void scanWaiting() {
        if (!clamd.on()) {
            return;
        }
        Optional<EvidenceId> last = Optional.of(BEFORE_ALL);
        while (last.isPresent()) {
            EvidenceId after = last.get();
            last =
                    java.util.Objects.requireNonNull(
                            transaction.execute(_ -> store.nextWaiting(after).map(this::rescan)));
        }
    }

    private EvidenceId rescan(Evidence evidence) {
        switch (scan(evidence)) {
            case Scan.Clean _ -> checked(evidence, Evidence.Check.CLEAN, Map.of());
            case Scan.Infected(String signature) ->
                    checked(evidence, Evidence.Check.INFECTED, Map.of("found", signature));
            case Scan.Unreachable(String why) ->
                    LOG.warn("evidence {} still waits for its scan: {}", evidence.id(), why);
            case Scan.Off _ -> throw new IllegalStateException("asked for before");
        }
        return evidence.id();
    }

    private void checked(Evidence evidence, Evidence.Check check, Map<String, String> details) {
        store.checked(evidence.id(), check);
        trail.write(
                new Happening(
                        Optional.empty(),
                        check == Evidence.Check.CLEAN ? "evidence.cleared" : "evidence.infected",
                        "evidence:" + evidence.id(),
                        Optional.of(evidence.owner().value()),
                        details));
    }

    private Scan scan(Evidence evidence) {
        try (InputStream content = bytes.open(evidence.digest().orElseThrow())) {
            return clamd.scan(content);
        } catch (IOException e) {
            throw new UncheckedIOException("evidence cannot be read: " + evidence.id(), e);
        }
    }

    /// Removes what no row tells of. Under the digest's lock, so that an upload of the same bytes
    /// at this moment either finds the row missing and writes the file again, or is seen here.
    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT10M")
    void sweep() {
        Instant settled = clock.instant().minus(SETTLED);
        try {
            incoming.sweep(settled);
            try (Stream<String> kept = bytes.kept(settled)) {
                kept.gather(Gatherers.windowFixed(AT_ONCE))
                        .flatMap(some -> store.unknown(some).stream())
                        .forEach(this::removeOrphan);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the bytes of evidence cannot be listed", e);
        }
    }

    private void removeOrphan(String digest) {
        transaction.executeWithoutResult(_ -> {
            store.lock(digest);
            if (!store.unknown(List.of(digest)).isEmpty()) {
                try {
                    bytes.remove(digest);
                } catch (IOException e) {
                    throw new UncheckedIOException("an orphan cannot be removed", e);
                }
            }
        });
    }
}
