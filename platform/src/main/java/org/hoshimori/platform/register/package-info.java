/// The public register: an append-only, verifiable log of who holds which level, and its search.
@ApplicationModule(allowedDependencies = {"web", "database"})
@NullMarked
package org.hoshimori.platform.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
