/// The schemes and their editions, as the rules library reads them, the same at every instance.
@ApplicationModule(allowedDependencies = {"web", "database"})
@NullMarked
package org.hoshimori.platform.scheme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
