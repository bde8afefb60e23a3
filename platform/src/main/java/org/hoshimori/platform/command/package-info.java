/// The command for people and scripts, everything but `serve` and `demo`: one class a command, and
/// no Spring, so that it starts at once.
@ApplicationModule(allowedDependencies = {"credential"})
@NullMarked
package org.hoshimori.platform.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
