/// Companies: who they are (法人番号, facts, officers) and which people may do what in them.
@ApplicationModule(allowedDependencies = {"web", "database", "trail", "account"})
@NullMarked
package org.hoshimori.platform.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
