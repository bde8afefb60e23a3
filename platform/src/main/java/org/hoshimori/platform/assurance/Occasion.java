package org.hoshimori.platform.assurance;

import org.hoshimori.rules.Code;

/// When independence is checked: three times, because facts change.
public enum Occasion implements Code {
    INVITATION,
    ACCEPTANCE,
    CONFIRMATION
}
