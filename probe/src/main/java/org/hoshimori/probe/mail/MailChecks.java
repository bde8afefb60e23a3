package org.hoshimori.probe.mail;

import java.util.List;
import org.hoshimori.probe.dns.DomainCheck;

/// The checks of this package that need nothing but the domain name system.
public final class MailChecks {

    private MailChecks() {}

    public static List<DomainCheck> all() {
        return List.of(
                new MxCheck(),
                new SpfCheck(),
                new DkimCheck(),
                new DmarcCheck(),
                PolicyTextCheck.tlsReports(),
                PolicyTextCheck.brandIndicator());
    }
}
