package org.hoshimori.platform.organisation;

import org.hoshimori.platform.account.AccountId;

/// Somebody asks to join a company: its owners should know.
public record JoinRequested(OrganisationId organisation, AccountId by) {}
