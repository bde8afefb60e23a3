/// Who stands behind an assessment: experts and their independence, the review, the confirmation by
/// an expert and the pledge by an executive.
@ApplicationModule(
        allowedDependencies = {
            "web",
            "database",
            "trail",
            "account",
            "organisation",
            "evidence",
            "assessment"
        })
@NullMarked
package org.hoshimori.platform.assurance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
