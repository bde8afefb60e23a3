/// The self-assessment: its scope, its answers and their history, the declaration that freezes
/// them, and who may help.
@ApplicationModule(
        allowedDependencies = {
            "web",
            "database",
            "trail",
            "account",
            "scheme",
            "organisation",
            "evidence",
            "api"
        })
@NullMarked
package org.hoshimori.platform.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
