/// Certificates (登録証): application, the operator's decision, registration, and the life of a
/// certificate until it ends; its documents, and the page where anyone verifies one.
@ApplicationModule(
        allowedDependencies = {
            "web",
            "database",
            "trail",
            "account",
            "scheme",
            "organisation",
            "assessment",
            "assurance",
            "register",
            "credential"
        })
@NullMarked
package org.hoshimori.platform.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
