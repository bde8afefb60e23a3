/// What supports an answer: files, links and statements, stored by digest and never altered.
@ApplicationModule(allowedDependencies = {"web", "database", "trail", "account", "organisation"})
@NullMarked
package org.hoshimori.platform.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
