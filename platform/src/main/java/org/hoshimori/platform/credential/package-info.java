/// Credentials: what the register's operator signs about a certificate, the documents that carry
/// it, and the verifier that needs neither server nor network. Plain Java: the command line uses it
/// without starting the platform.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.hoshimori.platform.credential;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
