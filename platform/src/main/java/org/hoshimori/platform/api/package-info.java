/// What programs of a company have in common: their tokens, how a refusal is told, records in JSON,
/// and requests that happen once however often they are sent.
@ApplicationModule(allowedDependencies = {"web", "database", "trail", "account", "organisation"})
@NullMarked
package org.hoshimori.platform.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
