/// Letters to people: composed from what happened, kept in an outbox, sent by SMTP.
@ApplicationModule(
        allowedDependencies = {
            "web",
            "database",
            "account",
            "organisation",
            "assessment",
            "assurance",
            "credential",
            "certificate"
        })
@NullMarked
package org.hoshimori.platform.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
