package org.hoshimori.platform.register;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hoshimori.log.Bundle;
import org.hoshimori.log.DumpWriter;
import org.hoshimori.log.EntryProof;
import org.hoshimori.log.Frontier;
import org.hoshimori.log.Hash;
import org.hoshimori.log.Note;
import org.hoshimori.log.SignedCheckpoint;
import org.hoshimori.log.TileHash;
import org.hoshimori.log.TiledTree;
import org.hoshimori.log.VerifierKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The door to the public register. Who may append is decided by those who call it.
@Component
public class Register {

    /// Entries read at once while a dump is written: no connection is held while a slow reader
    /// reads.
    private static final int DUMP_STEP = 1000;

    private final Ledger ledger;
    private final Registrations registrations;
    private final Search search;
    private final Signer signer;
    private final Content content;
    private final Clock clock;

    Register(
            Ledger ledger,
            Registrations registrations,
            Search search,
            Signer signer,
            Content content,
            Clock clock) {
        this.ledger = ledger;
        this.registrations = registrations;
        this.search = search;
        this.signer = signer;
        this.content = content;
        this.clock = clock;
    }

    /// Appends in the caller's transaction: the entry exists if and only if that commits.
    @Transactional(propagation = Propagation.MANDATORY)
    public Receipt append(Entry entry) {
        return appendAll(List.of(entry)).getFirst();
    }

    /// Appends several at the price of one lock and one signature.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Receipt> appendAll(List<Entry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        Frontier frontier = trusted(ledger.lock());
        Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        List<Receipt> receipts = new ArrayList<>();
        List<TileHash> nodes = new ArrayList<>();
        for (Entry entry : entries) {
            String text = Content.write(entry, at);
            Hash leaf = Hash.leaf(bytes(text));
            receipts.add(new Receipt(frontier.size(), leaf, text, at));
            Frontier.Appended appended = frontier.append(leaf);
            frontier = appended.frontier();
            appended.stored().stream().filter(hash -> hash.level() > 0).forEach(nodes::add);
        }
        ledger.add(receipts, entries);
        ledger.addNodes(nodes);
        ledger.close(frontier, signer.sign(frontier.head()));
        registrations.apply(receipts, entries);
        return receipts;
    }

    /// The inclusion proof with the newest signed checkpoint (C2SP tlog-proof); works within the
    /// transaction that appended.
    @Transactional(readOnly = true)
    public Optional<EntryProof> proof(long number) {
        SignedCheckpoint checkpoint = ledger.checkpoint();
        long size = checkpoint.head().size();
        return number >= 0 && number < size
                ? Optional.of(
                        new EntryProof(new TiledTree(size, ledger).inclusion(number), checkpoint))
                : Optional.empty();
    }

    @Transactional(readOnly = true)
    Optional<Proven> proven(long number) {
        return ledger.line(number)
                .flatMap(line ->
                        proof(number)
                                .map(proof ->
                                        new Proven(
                                                written(line),
                                                line.content(),
                                                line.leaf(),
                                                proof)));
    }

    Optional<Ledger.Line> line(long number) {
        return ledger.line(number);
    }

    List<Ledger.Line> lines(String corporateNumber) {
        return ledger.ofCompany(corporateNumber);
    }

    public Optional<Written> entry(long number) {
        return ledger.line(number).map(this::written);
    }

    /// One page of the newest state of certificates, however names and numbers are typed.
    public Found search(Asked asked) {
        return search.find(Query.of(asked));
    }

    /// The newest state of a certificate.
    public Optional<Registration> registration(String certificate) {
        return registrations.find(certificate);
    }

    /// All entries about a certificate, oldest first.
    public List<Written> history(String certificate) {
        return ledger.ofCertificate(certificate).stream().map(this::written).toList();
    }

    /// All entries about a company, oldest first.
    public List<Written> ofCompany(String corporateNumber) {
        return ledger.ofCompany(corporateNumber).stream().map(this::written).toList();
    }

    /// The newest signed checkpoint.
    public SignedCheckpoint checkpoint() {
        return ledger.checkpoint();
    }

    /// The key that signs checkpoints; its name is the log's origin.
    public VerifierKey key() {
        return signer.verifier();
    }

    /// Writes the whole register as it stands now, for `java -jar log.jar`.
    public void dump(OutputStream out) throws IOException {
        List<SignedCheckpoint> checkpoints = ledger.checkpoints(ledger.checkpoint().head().size());
        long size = checkpoints.getLast().head().size();
        DumpWriter dump = new DumpWriter(out, key().name(), List.of(key()), size);
        for (long from = 0; from < size; from += DUMP_STEP) {
            for (Ledger.Line line : ledger.lines(from, Math.min(size, from + DUMP_STEP))) {
                dump.entry(line.number(), line.leaf(), bytes(line.content()));
            }
        }
        dump.finish(checkpoints);
    }

    /// Goes on only from what we ourselves have signed: a log that was changed in the database is
    /// not signed again.
    private Frontier trusted(Frontier frontier) {
        SignedCheckpoint checkpoint = ledger.checkpoint();
        boolean ours =
                checkpoint.verify(List.of(signer.verifier())) instanceof Note.Verdict.Verified;
        if (!ours || !checkpoint.head().equals(frontier.head())) {
            throw new IllegalStateException(
                    "the register's stored tree is not the one its checkpoint of %d entries signs: nothing is appended"
                            .formatted(checkpoint.head().size()));
        }
        return frontier;
    }

    private Written written(Ledger.Line line) {
        return content.read(line.number(), line.content());
    }

    private static byte[] bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > Bundle.LONGEST_ENTRY) {
            throw new IllegalArgumentException("an entry has at most 65,535 bytes");
        }
        return bytes;
    }
}
