package org.hoshimori.rules;

/// What sort of thing shows that a criterion holds.
public enum Kind implements Code {
    /// A written rule, policy or procedure.
    RULE,
    /// A technical setting.
    TECHNICAL,
    /// Something done again and again, with a record of it.
    OPERATION,
    /// A list that is kept.
    INVENTORY
}
