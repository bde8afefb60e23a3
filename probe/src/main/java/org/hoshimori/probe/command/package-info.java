/// The commands `probe` and `rate`, in a process of their own without database or credentials.
@NullMarked
package org.hoshimori.probe.command;

import org.jspecify.annotations.NullMarked;
