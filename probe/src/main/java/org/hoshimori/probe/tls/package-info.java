/// What a server offers on TLS, asked with ClientHellos that we write ourselves byte by byte, so
/// that no setting of the JVM is touched and nothing old, new or strange is out of reach.
@NullMarked
package org.hoshimori.probe.tls;

import org.jspecify.annotations.NullMarked;
