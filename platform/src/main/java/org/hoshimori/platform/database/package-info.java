/// The database: an embedded PostgreSQL or an outside one, and the few words SQL needs from Java.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.hoshimori.platform.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
