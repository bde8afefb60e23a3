/// The schemes and their editions, as the rules library read them at start.
@ApplicationModule(allowedDependencies = {"web"})
@NullMarked
package org.hoshimori.platform.scheme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
