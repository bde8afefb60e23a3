package org.hoshimori.platform.account;

/// The signed-in person on whose behalf a door is opened. A controller takes it as a parameter;
/// every door method that changes something takes it first.
///
/// @param id the account
/// @param name as the person writes it
/// @param email where letters go
/// @param operator whether this person is staff of the operator (制度運営)
public record Actor(AccountId id, String name, String email, boolean operator) {}
