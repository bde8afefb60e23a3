package org.hoshimori.probe;

import java.util.Locale;
import java.util.Optional;

/// What is spoken on a port.
public enum Protocol {
    HTTP(80, false, false),
    HTTPS(443, true, false),
    TLS(0, true, false),
    SMTP(25, false, true),
    SMTPS(465, true, false),
    SUBMISSION(587, false, true),
    IMAP(143, false, true),
    IMAPS(993, true, false),
    POP3(110, false, true),
    POP3S(995, true, false),
    FTP(21, false, true),
    FTPS(990, true, false),
    LDAP(389, false, true),
    LDAPS(636, true, false),
    POSTGRES(5432, false, true),
    DNS(53, false, false),
    SSH(22, false, false),
    TELNET(23, false, false),
    MYSQL(3306, false, false),
    REDIS(6379, false, false),
    MEMCACHED(11211, false, false),
    MONGODB(27017, false, false),
    ELASTICSEARCH(9200, false, false),
    SMB(445, false, false),
    RDP(3389, false, false),
    VNC(5900, false, false),
    DOCKER(2375, false, false),
    MSSQL(1433, false, false),
    ORACLE(1521, false, false),
    /// Something that is found out by listening first.
    UNKNOWN(0, false, false);

    private final int port;
    private final boolean wrapped;
    private final boolean upgrades;

    Protocol(int port, boolean wrapped, boolean upgrades) {
        this.port = port;
        this.wrapped = wrapped;
        this.upgrades = upgrades;
    }

    /// The port it usually has; 0 for none.
    public int port() {
        return port;
    }

    /// Whether TLS begins at once.
    public boolean wrapped() {
        return wrapped;
    }

    /// Whether TLS begins after a command (STARTTLS and its like).
    public boolean upgrades() {
        return upgrades;
    }

    /// Whether TLS can be looked at here.
    public boolean secured() {
        return wrapped || upgrades;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Protocol> named(String word) {
        for (Protocol service : values()) {
            if (service.word().equals(word.toLowerCase(Locale.ROOT))) {
                return Optional.of(service);
            }
        }
        return Optional.empty();
    }

    /// The service that usually has this port.
    public static Protocol usually(int port) {
        for (Protocol service : values()) {
            if (service.port == port && port != 0) {
                return service;
            }
        }
        return port == 8443 ? HTTPS : port == 8080 ? HTTP : UNKNOWN;
    }
}
