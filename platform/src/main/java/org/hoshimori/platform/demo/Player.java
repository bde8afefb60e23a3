package org.hoshimori.platform.demo;

import org.hoshimori.platform.account.AccountId;

/// Somebody the first page offers to be.
///
/// @param account who signs in with one click
/// @param name the person's name
/// @param title their part in the story
/// @param text what they find, and what to try
/// @param path where they begin
public record Player(AccountId account, String name, String title, String text, String path) {}
