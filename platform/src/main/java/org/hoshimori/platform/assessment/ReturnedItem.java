package org.hoshimori.platform.assessment;

import java.time.Instant;
import org.hoshimori.platform.account.AccountId;

/// What the expert returned: one criterion with a comment.
///
/// @param round 1 for the first time the assessment was returned
public record ReturnedItem(
        String criterion, String comment, int round, Instant at, AccountId by, String name) {}
