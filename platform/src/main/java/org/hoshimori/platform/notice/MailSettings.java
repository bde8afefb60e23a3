package org.hoshimori.platform.notice;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The SMTP server; none while the host is empty.
///
/// @param from the sender's address
/// @param starttls whether the connection must become encrypted before anything is said (RFC 3207)
@ConfigurationProperties("hoshimori.mail")
record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String from,
        @DefaultValue("true") boolean starttls) {

    MailSettings {
        if (!host.isBlank() && !from.matches("[^\\s<>@]+@[^\\s<>@]+")) {
            throw new IllegalArgumentException(
                    "hoshimori.mail.from must be the sender's address when hoshimori.mail.host is set");
        }
    }

    boolean set() {
        return !host.isBlank();
    }
}
