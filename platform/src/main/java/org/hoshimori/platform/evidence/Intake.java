package org.hoshimori.platform.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.trail.Happening;
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
        try {
            Optional<Incoming.Received> arrived = incoming.receive(upload.content());
            if (arrived.isEmpty()) {
                return refused(name.value(), Recognition.Unfit.because("too-large"));
            }
            Incoming.Received received = arrived.get();
            try {
                return switch (Recogniser.of(received.file(), name, upload.claimed())) {
                    case Recognition.Unfit unfit -> refused(name.value(), unfit);
                    case Recognition.Known known -> scanned(actor, owner, received, known);
                };
            } finally {
                incoming.discard(received);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("evidence cannot be stored", e);
        }
    }

    private Added scanned(
            Actor actor, OrganisationId owner, Incoming.Received received, Recognition.Known known)
            throws IOException {
        return switch (scan(received)) {
            case Scan.Off _ -> kept(actor, owner, received, known, Evidence.Check.NONE);
            case Scan.Clean _ -> kept(actor, owner, received, known, Evidence.Check.CLEAN);
            case Scan.Unreachable _ -> kept(actor, owner, received, known, Evidence.Check.WAITING);
            case Scan.Infected(String signature) -> {
                transaction.executeWithoutResult(_ ->
                        write(
                                actor,
                                "evidence.refused",
                                "evidence-offered:" + owner,
                                owner,
                                Map.of("name", known.name().value(), "found", signature)));
                yield refused(
                        known.name().value(), Recognition.Unfit.because("infected", signature));
            }
        };
    }

    private Added kept(
            Actor actor,
            OrganisationId owner,
            Incoming.Received received,
            Recognition.Known known,
            Evidence.Check check) {
        return new Added.Stored(
                java.util.Objects.requireNonNull(
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
                                            known.name().value(),
                                            Optional.of(received.digest()),
                                            received.size(),
                                            known.kind().mediaType(),
                                            Optional.empty(),
                                            check,
                                            false,
                                            clock.instant(),
                                            actor.id()));
                        })));
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
        trail.write(
                new Happening(
                        Optional.of(actor.id().value()),
                        what,
                        subject,
                        Optional.of(owner.value()),
                        details));
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
