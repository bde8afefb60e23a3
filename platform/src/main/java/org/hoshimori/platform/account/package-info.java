/// Who is acting: accounts, how they sign in, and what they sign with a passkey.
@ApplicationModule(allowedDependencies = {"web", "database", "trail"})
@NullMarked
package org.hoshimori.platform.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
