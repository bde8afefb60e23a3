package org.hoshimori.platform.evidence;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.organisation.OrganisationId;
import org.springframework.stereotype.Component;

/// The door to evidence.
@Component
public class EvidenceRoom {

    EvidenceRoom() {}

    /// Takes everything of a form, each on its own: one refusal does not stop the others.
    public List<Added> add(Actor actor, OrganisationId owner, Offering offering) {
        throw new UnsupportedOperationException();
    }

    /// @param name as the sender calls it; it is cleaned, and its ending must fit the content
    public Added addFile(Actor actor, OrganisationId owner, String name, InputStream content) {
        throw new UnsupportedOperationException();
    }

    /// @param address http or https; kept and shown, never fetched
    public Added addLink(Actor actor, OrganisationId owner, String title, String address) {
        throw new UnsupportedOperationException();
    }

    public Added addStatement(Actor actor, OrganisationId owner, String title, String text) {
        throw new UnsupportedOperationException();
    }

    public Optional<Evidence> get(EvidenceId id) {
        throw new UnsupportedOperationException();
    }

    /// In the order asked; also those that are hidden, because a frozen assessment may need them.
    public List<Evidence> of(Collection<EvidenceId> ids) {
        throw new UnsupportedOperationException();
    }

    /// What a company has and did not hide, newest first.
    public List<Evidence> list(OrganisationId owner) {
        throw new UnsupportedOperationException();
    }

    public boolean mayRead(Actor actor, Evidence evidence) {
        throw new UnsupportedOperationException();
    }

    /// The bytes; the caller closes the stream and has asked [#mayRead].
    ///
    /// @throws IllegalStateException when the evidence is no file or not readable
    public InputStream open(Evidence evidence) {
        throw new UnsupportedOperationException();
    }

    /// Takes it from the list. Bytes are never deleted: a frozen assessment may refer to them.
    public void hide(Actor actor, EvidenceId id) {
        throw new UnsupportedOperationException();
    }
}
