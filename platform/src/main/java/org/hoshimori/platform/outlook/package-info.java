/// One company across all schemes: where its answers stand in each, and its way to the next level.
@ApplicationModule(
        allowedDependencies = {
            "web",
            "database",
            "trail",
            "account",
            "scheme",
            "organisation",
            "assessment"
        })
@NullMarked
package org.hoshimori.platform.outlook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
