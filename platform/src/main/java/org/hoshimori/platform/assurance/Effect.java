package org.hoshimori.platform.assurance;

import org.hoshimori.rules.Code;

/// What follows from a tie that was found.
public enum Effect implements Code {
    /// The machine refuses the expert.
    REFUSE,
    /// The tie is written into the statement of independence.
    SHOW
}
