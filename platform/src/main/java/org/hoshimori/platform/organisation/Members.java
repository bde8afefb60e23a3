package org.hoshimori.platform.organisation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.trail.Happening;
import org.hoshimori.platform.trail.Trail;
import org.hoshimori.platform.web.NotFound;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Changes of who belongs to a company; at least one owner always remains.
@Component
class Members {

    private final MembershipStore store;
    private final OrganisationStore organisations;
    private final Trail trail;

    Members(MembershipStore store, OrganisationStore organisations, Trail trail) {
        this.store = store;
        this.organisations = organisations;
        this.trail = trail;
    }

    /// @throws NotFound when the actor does not belong to the company: that it exists is not told
    /// @throws AccessDeniedException when the actor's roles do not reach
    void require(Actor actor, OrganisationId id, Permission permission) {
        Membership own = store.find(id, actor.id()).orElseThrow(NotFound::new);
        if (!own.may(permission)) {
            throw new AccessDeniedException("no " + permission + " in this company");
        }
    }

    @Transactional
    RoleChange change(Actor actor, OrganisationId id, AccountId member, Set<Role> roles) {
        require(actor, id, Permission.APPOINT);
        organisations.lock(id);
        Membership before = store.find(id, member).orElseThrow(NotFound::new);
        if (before.roles().equals(roles)) {
            return new RoleChange.Changed();
        }
        if (!roles.contains(Role.OWNER) && isLastOwner(id, before)) {
            return new RoleChange.LastOwner();
        }
        store.put(id, member, roles);
        write(
                actor,
                "organisation.roles-changed",
                id,
                Map.of(
                        "member", member.toString(),
                        "before", names(before.roles()),
                        "after", names(roles)));
        return new RoleChange.Changed();
    }

    /// Removes a member; everybody may remove themselves.
    @Transactional
    RoleChange remove(Actor actor, OrganisationId id, AccountId member) {
        require(actor, id, actor.id().equals(member) ? Permission.READ : Permission.APPOINT);
        organisations.lock(id);
        Membership before = store.find(id, member).orElseThrow(NotFound::new);
        if (isLastOwner(id, before)) {
            return new RoleChange.LastOwner();
        }
        store.remove(id, member);
        write(
                actor,
                "organisation.member-removed",
                id,
                Map.of("member", member.toString(), "before", names(before.roles())));
        return new RoleChange.Changed();
    }

    /// Adds roles to whatever the person has already, in the caller's transaction.
    void join(Actor actor, OrganisationId id, AccountId member, Collection<Role> more) {
        organisations.lock(id);
        Optional<Membership> before = store.find(id, member);
        var roles = new java.util.TreeSet<>(more);
        before.ifPresent(known -> roles.addAll(known.roles()));
        store.put(id, member, roles);
        write(
                actor,
                "organisation.member-joined",
                id,
                Map.of("member", member.toString(), "after", names(roles)));
    }

    void write(Actor actor, String what, OrganisationId id, Map<String, String> details) {
        trail.write(
                new Happening(
                        Optional.of(actor.id().value()),
                        what,
                        "organisation:" + id,
                        Optional.of(id.value()),
                        new LinkedHashMap<>(details)));
    }

    private boolean isLastOwner(OrganisationId id, Membership member) {
        return member.roles().contains(Role.OWNER)
                && store.members(id).stream()
                                .filter(other -> other.roles().contains(Role.OWNER))
                                .count()
                        == 1;
    }

    static String names(Collection<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(" "));
    }
}
