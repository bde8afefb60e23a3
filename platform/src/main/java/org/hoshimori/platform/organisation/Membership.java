package org.hoshimori.platform.organisation;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.hoshimori.platform.account.AccountId;

/// A person's place in a company.
///
/// @param roles at least one, strongest first
public record Membership(
        OrganisationId organisation, AccountId account, Set<Role> roles, Instant since) {

    public Membership {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("a member has a role");
        }
        roles = Collections.unmodifiableSet(new TreeSet<>(roles));
    }

    public boolean may(Permission permission) {
        return roles.stream().anyMatch(role -> role.may(permission));
    }
}
