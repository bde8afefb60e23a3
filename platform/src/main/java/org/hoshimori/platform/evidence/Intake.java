package org.hoshimori.platform.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.trail.Trail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// How evidence comes in: received aside, recognised, scanned, and only then kept and written down.
@Component
class Intake {

    private final Incoming incoming;
    private final ByteStore bytes;
    private final Clamd clamd;
    private final EvidenceStore store;
    private final Trail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Intake(
            Incoming incoming,
            ByteStore bytes,
            Clamd clamd,
            EvidenceStore store,
            Trail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.incoming = incoming;
        this.bytes = bytes;
        this.clamd = clamd;
        this.store = store;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Takes a file; no transaction is open while bytes travel.
    Added file(Actor actor, OrganisationId owner, Upload upload) {
        FileName name = FileName.clean(upload.name());
        Optional<Arrived> arrived = arrive(upload.content());
        if (arrived.isEmpty()) {
            return refused(name.value(), Recognition.Unfit.because("too-large"));
        }
        try (Arrived whole = arrived.get()) {
            return switch (examine(actor, owner, whole, name, upload.claimed())) {
                case Examined.Unfit(Added.Refused refused) -> refused;
                case Examined.Fit fit -> new Added.Stored(kept(actor, owner, fit));
            };
        }
    }

    /// Lays bytes aside.
    ///
    /// @return empty when there are more than [Incoming#MOST]
    Optional<Arrived> arrive(InputStream content) {
        try {
            return incoming.receive(content).map(received -> new Arrived(incoming, received));
        } catch (IOException e) {
            throw new UncheckedIOException("evidence cannot be stored", e);
        }
    }

    /// Recognises and scans what lies aside.
    Examined examine(
            Actor actor, OrganisationId owner, Arrived arrived, FileName name, String claimed) {
        Incoming.Received received = arrived.received();
        try {
            return switch (Recogniser.of(received.file(), name, claimed)) {
                case Recognition.Unfit unfit -> new Examined.Unfit(refused(name.value(), unfit));
                case Recognition.Known known -> scanned(actor, owner, received, known);
            };
        } catch (IOException e) {
            throw new UncheckedIOException("evidence cannot be read", e);
        }
    }

    private Examined scanned(
            Actor actor, OrganisationId owner, Incoming.Received received, Recognition.Known known)
            throws IOException {
        return switch (scan(received)) {
            case Scan.Off _ -> new Examined.Fit(received, known, Evidence.Check.NONE);
            case Scan.Clean _ -> new Examined.Fit(received, known, Evidence.Check.CLEAN);
            case Scan.Unreachable _ -> new Examined.Fit(received, known, Evidence.Check.WAITING);
            case Scan.Infected(String signature) -> {
                transaction.executeWithoutResult(_ ->
                        write(
                                actor,
                                "evidence.refused",
                                "evidence-offered:" + owner,
                                owner,
                                Map.of("name", known.name().value(), "found", signature)));
                yield new Examined.Unfit(
                        refused(
                                known.name().value(),
                                Recognition.Unfit.because("infected", signature)));
            }
        };
    }

    /// Keeps it, in the caller's transaction if there is one.
    Evidence kept(Actor actor, OrganisationId owner, Examined.Fit fit) {
        Incoming.Received received = fit.received();
        return java.util.Objects.requireNonNull(
                transaction.execute(_ -> {
                    store.lock(received.digest());
                    try {
                        bytes.keep(received);
                    } catch (IOException e) {
                        throw new UncheckedIOException("evidence cannot be stored", e);
                    }
                    return written(
                            actor,
                            new Evidence(
                                    fresh(),
                                    owner,
                                    Evidence.Kind.FILE,
                                    fit.known().name().value(),
                                    Optional.of(received.digest()),
                                    received.size(),
                                    fit.known().kind().mediaType(),
                                    Optional.empty(),
                                    fit.check(),
                                    false,
                                    // As fine as PostgreSQL keeps it.
                                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                                    actor.id()));
                }));
    }

    /// Writes the row and its line in the trail, both or neither.
    @Transactional
    Evidence written(Actor actor, Evidence evidence) {
        store.add(evidence);
        var details = new TreeMap<>(Map.of("name", evidence.name()));
        evidence.digest().ifPresent(digest -> details.put("digest", digest));
        write(actor, "evidence.added", "evidence:" + evidence.id(), evidence.owner(), details);
        return evidence;
    }

    void write(
            Actor actor,
            String what,
            String subject,
            OrganisationId owner,
            Map<String, String> details) {
        trail.write(actor.did(what, subject, Optional.of(owner.value()), details));
    }

    static EvidenceId fresh() {
        return new EvidenceId(UUID.randomUUID());
    }

    private Scan scan(Incoming.Received received) throws IOException {
        try (InputStream content = Files.newInputStream(received.file())) {
            return clamd.scan(content);
        }
    }

    static Added.Refused refused(String name, Recognition.Unfit unfit) {
        return new Added.Refused(
                name, "evidence.refused." + unfit.reason(), List.copyOf(unfit.arguments()));
    }
}
