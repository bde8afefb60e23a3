package org.hoshimori.platform.organisation;

import java.text.Normalizer;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The door to companies and their people. Methods that take an [Actor] check what the actor may.
@Component
public class Organisations {

    private static final int MOST_FOUND = 50;

    private final OrganisationStore store;
    private final MembershipStore memberships;
    private final Members members;
    private final Invitations invitations;

    Organisations(
            OrganisationStore store,
            MembershipStore memberships,
            Members members,
            Invitations invitations) {
        this.store = store;
        this.memberships = memberships;
        this.members = members;
        this.invitations = invitations;
    }

    /// @throws NotFound when there is none
    @Transactional(readOnly = true)
    public Organisation get(OrganisationId id) {
        return store.all(List.of(id)).stream().findFirst().orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    public Optional<Organisation> find(CorporateNumber number) {
        return store.find(number);
    }

    /// Several companies in one statement, in the order of their kana.
    @Transactional(readOnly = true)
    public Map<OrganisationId, Organisation> all(Collection<OrganisationId> ids) {
        var found = new LinkedHashMap<OrganisationId, Organisation>();
        store.all(ids).forEach(organisation -> found.put(organisation.id(), organisation));
        return found;
    }

    /// Companies whose kana begins with or contains the text, however it is typed (hiragana,
    /// half-width), or whose name or number it is: at most fifty, the best first.
    @Transactional(readOnly = true)
    public List<Organisation> search(String kanaOrName) {
        String name = Normalizer.normalize(kanaOrName, Normalizer.Form.NFKC).strip();
        return name.isEmpty() ? List.of() : store.search(Kana.of(name), name, MOST_FOUND);
    }

    /// Begins with a company; the founder becomes its owner.
    @Transactional
    public Founding create(Actor actor, NewOrganisation wanted) {
        var id = new OrganisationId(UUID.randomUUID());
        if (!store.add(id, wanted.number(), wanted.profile())) {
            return new Founding.AlreadyThere();
        }
        store.addOfficers(id, wanted.officers());
        Set<Role> roles =
                wanted.founderIsExecutive()
                        ? EnumSet.of(Role.OWNER, Role.EXECUTIVE)
                        : EnumSet.of(Role.OWNER);
        memberships.put(id, actor.id(), roles);
        members.write(
                actor,
                "organisation.founded",
                id,
                Map.of(
                        "number", wanted.number().value(),
                        "name", wanted.profile().name(),
                        "after", Members.names(roles)));
        return new Founding.Founded(id);
    }

    @Transactional
    public void change(Actor actor, OrganisationId id, Profile profile) {
        require(actor, id, Permission.ADMINISTER);
        Map<String, String> changes = ProfileChanges.between(get(id).profile(), profile);
        if (!changes.isEmpty()) {
            store.change(id, profile);
            members.write(actor, "organisation.changed", id, changes);
        }
    }

    /// In the order the company lists them.
    @Transactional(readOnly = true)
    public List<Officer> officers(OrganisationId id) {
        return store.officers(id);
    }

    @Transactional
    public void changeOfficers(Actor actor, OrganisationId id, List<Officer> officers) {
        require(actor, id, Permission.ADMINISTER);
        store.lock(id);
        List<Officer> before = store.officers(id);
        if (before.equals(officers)) {
            return;
        }
        store.removeOfficers(id);
        store.addOfficers(id, officers);
        members.write(
                actor,
                "organisation.officers-changed",
                id,
                Map.of(
                        "before", ProfileChanges.names(before),
                        "after", ProfileChanges.names(officers)));
    }

    /// The strongest role; [#may] knows all of them.
    @Transactional(readOnly = true)
    public Optional<Role> role(Actor actor, OrganisationId id) {
        return membership(actor, id).map(own -> own.roles().iterator().next());
    }

    @Transactional(readOnly = true)
    public Optional<Membership> membership(Actor actor, OrganisationId id) {
        return memberships.find(id, actor.id());
    }

    @Transactional(readOnly = true)
    public boolean may(Actor actor, OrganisationId id, Permission permission) {
        return membership(actor, id).filter(own -> own.may(permission)).isPresent();
    }

    /// @throws NotFound when the actor does not belong to the company
    /// @throws org.springframework.security.access.AccessDeniedException when a member's roles do
    ///   not reach
    @Transactional(readOnly = true)
    public void require(Actor actor, OrganisationId id, Permission permission) {
        members.require(actor, id, permission);
    }

    /// The companies of a person, the oldest membership first.
    @Transactional(readOnly = true)
    public List<Membership> of(Actor actor) {
        return memberships.of(actor.id());
    }

    /// The people of a company, the oldest membership first; the caller has checked who asks.
    @Transactional(readOnly = true)
    public List<Membership> members(OrganisationId id) {
        return memberships.members(id);
    }

    @Transactional
    public RoleChange changeRoles(
            Actor actor, OrganisationId id, AccountId member, Set<Role> roles) {
        return members.change(actor, id, member, roles);
    }

    @Transactional
    public RoleChange remove(Actor actor, OrganisationId id, AccountId member) {
        return members.remove(actor, id, member);
    }

    /// Invites somebody by a link that is valid for 14 days and can be used once; a [PersonInvited]
    /// asks for a letter.
    ///
    /// @param email a mail address
    /// @return the path `/invitations/{token}`, told this once: only its hash is kept
    @Transactional
    public String invite(Actor actor, OrganisationId id, String email, Role role) {
        return invitations.invite(actor, id, email, role);
    }

    /// Accepts the invitation of a link.
    ///
    /// @param confirmed the actor has confirmed to use a link that was sent to another address
    @Transactional
    public Acceptance accept(Actor actor, String token, boolean confirmed) {
        return invitations.accept(actor, token, confirmed);
    }
}
