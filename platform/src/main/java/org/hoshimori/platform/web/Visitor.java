package org.hoshimori.platform.web;

/// Who the frame greets: the signed-in account's name and what its menu shows.
///
/// @param name as the person writes it
/// @param operator whether the operator's desk is in the menu
/// @param expert whether the expert's desk is in the menu
public record Visitor(String name, boolean operator, boolean expert) {}
