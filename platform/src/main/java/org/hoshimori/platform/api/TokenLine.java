package org.hoshimori.platform.api;

/// A token in the list of its company.
///
/// @param maker the name of who made it
public record TokenLine(Token token, Token.State state, String maker) {

    public boolean usable() {
        return state == Token.State.VALID;
    }
}
