/// The sample nation played through the product's own doors, and who a newcomer can be; only in the
/// profile `demo`.
@ApplicationModule
@NullMarked
package org.hoshimori.platform.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
