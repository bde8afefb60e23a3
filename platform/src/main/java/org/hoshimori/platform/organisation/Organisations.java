package org.hoshimori.platform.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.platform.account.Actor;
import org.springframework.stereotype.Component;

/// The door to companies and their people.
@Component
public class Organisations {

    Organisations() {}

    /// @throws org.hoshimori.platform.web.NotFound when there is none
    public Organisation get(OrganisationId id) {
        throw new UnsupportedOperationException();
    }

    public Optional<Organisation> find(CorporateNumber number) {
        throw new UnsupportedOperationException();
    }

    /// Several companies in one statement.
    public Map<OrganisationId, Organisation> all(Collection<OrganisationId> ids) {
        throw new UnsupportedOperationException();
    }

    public List<Organisation> search(String kanaOrName) {
        throw new UnsupportedOperationException();
    }

    public Founding create(Actor actor, NewOrganisation wanted) {
        throw new UnsupportedOperationException();
    }

    public void change(Actor actor, OrganisationId id, Profile profile) {
        throw new UnsupportedOperationException();
    }

    public List<Officer> officers(OrganisationId id) {
        throw new UnsupportedOperationException();
    }

    public void changeOfficers(Actor actor, OrganisationId id, List<Officer> officers) {
        throw new UnsupportedOperationException();
    }

    /// The strongest role; [#may] knows all of them.
    public Optional<Role> role(Actor actor, OrganisationId id) {
        throw new UnsupportedOperationException();
    }

    public boolean may(Actor actor, OrganisationId id, Permission permission) {
        throw new UnsupportedOperationException();
    }

    /// @throws org.hoshimori.platform.web.NotFound when the actor does not belong to the company
    /// @throws org.springframework.security.access.AccessDeniedException when a member's roles do
    ///   not reach
    public void require(Actor actor, OrganisationId id, Permission permission) {
        throw new UnsupportedOperationException();
    }

    public List<Membership> of(Actor actor) {
        throw new UnsupportedOperationException();
    }

    public List<Membership> members(OrganisationId id) {
        throw new UnsupportedOperationException();
    }

    /// Appoints somebody without an invitation: only for the sample nation.
    public void appoint(Actor actor, OrganisationId id, AccountId account, Set<Role> roles) {
        throw new UnsupportedOperationException();
    }

    /// Invites by link.
    ///
    /// @return the path `/invitations/{token}`, told this once
    public String invite(Actor actor, OrganisationId id, String email, Role role) {
        throw new UnsupportedOperationException();
    }
}
