/// What every page shares: the frame around it, its language, its errors and the paths open to all.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.hoshimori.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
