package org.hoshimori.platform.api;

import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.organisation.OrganisationId;

/// A program that proved itself by its token. A controller takes it as a parameter.
///
/// @param token that it showed
/// @param actor who made the token, in whose name it acts: what that person may not do, it may not;
///   the token's name stands behind the person's, so that the history tells them apart
/// @param company the only one whose things the token opens, whatever else its maker may see
public record Caller(Token token, Actor actor, OrganisationId company) {}
