package org.hoshimori.platform.account;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.hoshimori.platform.trail.Happening;

/// The signed-in person on whose behalf a door is opened. A controller takes it as a parameter;
/// every door method that changes something takes it first.
///
/// @param id the account
/// @param name as the person writes it; behind it a program's, in brackets
/// @param email where letters go
/// @param operator whether this person is staff of the operator (制度運営)
/// @param program the name of the token, when a program acts in this person's name
public record Actor(
        AccountId id, String name, String email, boolean operator, Optional<String> program) {

    public Actor(AccountId id, String name, String email, boolean operator) {
        this(id, name, email, operator, Optional.empty());
    }

    /// A program that acts in this person's name, never as the operator's staff.
    public Actor through(String program) {
        return new Actor(id, name + " [" + program + "]", email, false, Optional.of(program));
    }

    /// What this person did, for the trail, which also tells the program.
    public Happening did(
            String what, String subject, Optional<UUID> organisation, Map<String, String> details) {
        var told = new TreeMap<>(details);
        program.ifPresent(name -> told.put("program", name));
        return new Happening(Optional.of(id.value()), what, subject, organisation, told);
    }
}
