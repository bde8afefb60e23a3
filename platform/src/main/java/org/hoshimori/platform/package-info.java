/// The platform: everything with a user, a database or a clock.
///
/// Each package below is a module; arrows between them point down only (ARCHITECTURE.md).
@NullMarked
package org.hoshimori.platform;

import org.jspecify.annotations.NullMarked;
