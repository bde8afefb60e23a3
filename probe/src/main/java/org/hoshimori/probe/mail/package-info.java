/// What a domain publishes about its mail: SPF, DKIM, DMARC, MTA-STS, TLS-RPT, BIMI.
@NullMarked
package org.hoshimori.probe.mail;

import org.jspecify.annotations.NullMarked;
