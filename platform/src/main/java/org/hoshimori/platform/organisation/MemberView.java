package org.hoshimori.platform.organisation;

import java.time.Instant;
import java.util.Set;
import org.hoshimori.platform.account.AccountId;

/// A member as the people's page shows one.
///
/// @param self whether it is the visitor
public record MemberView(
        AccountId id, String name, String email, Set<Role> roles, Instant since, boolean self) {}
