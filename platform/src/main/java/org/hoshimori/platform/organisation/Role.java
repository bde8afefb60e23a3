package org.hoshimori.platform.organisation;

import static org.hoshimori.platform.organisation.Permission.ADMINISTER;
import static org.hoshimori.platform.organisation.Permission.APPOINT;
import static org.hoshimori.platform.organisation.Permission.EDIT;
import static org.hoshimori.platform.organisation.Permission.PLEDGE;
import static org.hoshimori.platform.organisation.Permission.READ;
import static org.hoshimori.platform.organisation.Permission.SUBMIT;

import java.util.Set;

/// The roles inside a company, strongest first, and the one table of what each may do.
///
/// A person may hold several. Only an executive pledges: in a company of one, the owner is also its
/// executive and says so.
public enum Role {
    OWNER(READ, EDIT, SUBMIT, ADMINISTER, APPOINT),
    EDITOR(READ, EDIT, SUBMIT),
    EXECUTIVE(READ, PLEDGE),
    VIEWER(READ);

    private final Set<Permission> permissions;

    Role(Permission... permissions) {
        this.permissions = Set.of(permissions);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
