/// The audit trail: everything that happened, in order, which nobody can edit.
@ApplicationModule(allowedDependencies = {"database"})
@NullMarked
package org.hoshimori.platform.trail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
