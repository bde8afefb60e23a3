package org.hoshimori.platform.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.organisation.Permission;
import org.hoshimori.platform.web.NotFound;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/// The door to evidence.
@Component
public class EvidenceRoom {

    /// The most a file may have.
    public static final long MOST_BYTES = Incoming.MOST;

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_STATEMENT = 10_000;

    private final Organisations organisations;
    private final ObjectProvider<EvidenceReaders> readers;
    private final Intake intake;
    private final EvidenceStore store;
    private final ByteStore bytes;
    private final Clock clock;

    EvidenceRoom(
            Organisations organisations,
            ObjectProvider<EvidenceReaders> readers,
            Intake intake,
            EvidenceStore store,
            ByteStore bytes,
            Clock clock) {
        this.organisations = organisations;
        this.readers = readers;
        this.intake = intake;
        this.store = store;
        this.bytes = bytes;
        this.clock = clock;
    }

    /// Takes everything of a form, each on its own: one refusal does not stop the others.
    public List<Added> add(Actor actor, OrganisationId owner, Offering offering) {
        organisations.require(actor, owner, Permission.EDIT);
        var added = new ArrayList<Added>();
        for (MultipartFile file : offering.files()) {
            try (InputStream content = file.getInputStream()) {
                added.add(
                        intake.file(
                                actor,
                                owner,
                                new Upload(
                                        Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                                        Objects.requireNonNullElse(file.getContentType(), ""),
                                        content)));
            } catch (IOException e) {
                throw new UncheckedIOException("an uploaded file cannot be read", e);
            }
        }
        if (!offering.link().isEmpty()) {
            added.add(addLink(actor, owner, offering.linkTitle(), offering.link()));
        }
        if (!offering.statement().isEmpty()) {
            added.add(addStatement(actor, owner, offering.statementTitle(), offering.statement()));
        }
        return added;
    }

    /// @param name as the sender calls it; it is cleaned, and its ending must fit the content
    public Added addFile(Actor actor, OrganisationId owner, String name, InputStream content) {
        organisations.require(actor, owner, Permission.EDIT);
        return intake.file(actor, owner, new Upload(name, "", content));
    }

    /// Lays a file aside whole, before anything is decided about it.
    ///
    /// @return empty when it has more than [#MOST_BYTES]
    public Optional<Arrived> arrive(InputStream content) {
        return intake.arrive(content);
    }

    /// Looks at a file that lies aside: its kind, and whether the scanner finds it harmful.
    ///
    /// @param name as the sender calls it
    /// @param claimed the media type the sender names; empty when none
    public Examined examine(
            Actor actor, OrganisationId owner, Arrived arrived, String name, String claimed) {
        organisations.require(actor, owner, Permission.EDIT);
        return intake.examine(actor, owner, arrived, FileName.clean(name), claimed);
    }

    /// Keeps a file that can be evidence, in the caller's transaction if there is one.
    public Evidence keep(Actor actor, OrganisationId owner, Examined.Fit fit) {
        organisations.require(actor, owner, Permission.EDIT);
        return intake.kept(actor, owner, fit);
    }

    /// @param title empty: the address stands for it
    /// @param address http or https; kept and shown, never fetched
    public Added addLink(Actor actor, OrganisationId owner, String title, String address) {
        organisations.require(actor, owner, Permission.EDIT);
        Optional<WebLink> link = WebLink.parse(address);
        if (link.isEmpty()) {
            return Intake.refused(address, Recognition.Unfit.because("link"));
        }
        return new Added.Stored(
                intake.written(
                        actor,
                        new Evidence(
                                Intake.fresh(),
                                owner,
                                Evidence.Kind.LINK,
                                title(title, link.get().value()),
                                Optional.empty(),
                                0,
                                "text/uri-list",
                                Optional.of(link.get().value()),
                                Evidence.Check.NONE,
                                false,
                                clock.instant(),
                                actor.id())));
    }

    /// @param title empty: the beginning of the text stands for it
    public Added addStatement(Actor actor, OrganisationId owner, String title, String text) {
        organisations.require(actor, owner, Permission.EDIT);
        String said = text.replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\\n\\t]]", "").strip();
        if (said.isEmpty() || said.codePointCount(0, said.length()) > LONGEST_STATEMENT) {
            return Intake.refused(title(title, said), Recognition.Unfit.because("statement"));
        }
        byte[] utf8 = said.getBytes(StandardCharsets.UTF_8);
        return new Added.Stored(
                intake.written(
                        actor,
                        new Evidence(
                                Intake.fresh(),
                                owner,
                                Evidence.Kind.STATEMENT,
                                title(title, said),
                                Optional.of(digest(utf8)),
                                utf8.length,
                                "text/plain",
                                Optional.of(said),
                                Evidence.Check.NONE,
                                false,
                                clock.instant(),
                                actor.id())));
    }

    @Transactional(readOnly = true)
    public Optional<Evidence> get(EvidenceId id) {
        return store.of(List.of(id)).stream().findFirst();
    }

    /// In the order asked; also those that are hidden, because a frozen assessment may need them.
    @Transactional(readOnly = true)
    public List<Evidence> of(Collection<EvidenceId> ids) {
        return ids.isEmpty() ? List.of() : store.of(ids);
    }

    /// What a company has and did not hide, newest first.
    @Transactional(readOnly = true)
    public List<Evidence> list(OrganisationId owner) {
        return store.list(owner);
    }

    @Transactional(readOnly = true)
    public boolean mayRead(Actor actor, Evidence evidence) {
        return organisations.may(actor, evidence.owner(), Permission.READ)
                || readers.stream().anyMatch(some -> some.mayRead(actor, evidence));
    }

    /// The bytes; the caller closes the stream and has asked [#mayRead].
    ///
    /// @throws IllegalStateException when the evidence is no file or not readable
    public InputStream open(Evidence evidence) {
        if (!evidence.readable()) {
            throw new IllegalStateException("this evidence cannot be opened: " + evidence.id());
        }
        try {
            return bytes.open(evidence.digest().orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException("evidence is missing on disk: " + evidence.id(), e);
        }
    }

    /// Takes it from the list. Bytes are never deleted: a frozen assessment may refer to them.
    @Transactional
    public void hide(Actor actor, EvidenceId id) {
        Evidence evidence = get(id).orElseThrow(NotFound::new);
        organisations.require(actor, evidence.owner(), Permission.EDIT);
        if (store.hide(id)) {
            intake.write(
                    actor,
                    "evidence.hidden",
                    "evidence:" + id,
                    evidence.owner(),
                    Map.of("name", evidence.name()));
        }
    }

    /// Somebody from outside the company opened a file: the company may know.
    @Transactional
    void opened(Actor actor, Evidence evidence) {
        if (!organisations.may(actor, evidence.owner(), Permission.READ)) {
            intake.write(
                    actor,
                    "evidence.read",
                    "evidence:" + evidence.id(),
                    evidence.owner(),
                    Map.of("name", evidence.name()));
        }
    }

    private static String title(String given, String otherwise) {
        String line =
                (given.isBlank() ? otherwise : given)
                        .replaceAll("[\\p{Cc}\\p{Cf}\\s\\u3000]+", " ")
                        .strip();
        return line.codePointCount(0, line.length()) <= LONGEST_TITLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_TITLE - 1)) + "…";
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
