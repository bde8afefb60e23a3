package org.hoshimori.probe.network;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.hoshimori.probe.Protocol;

/// Tells services by their first words, and knows the one harmless word that others want to hear.
final class Greeting {

    /// Services that have no business on the public internet.
    private static final Set<Protocol> INSIDE =
            EnumSet.of(
                    Protocol.TELNET,
                    Protocol.MYSQL,
                    Protocol.POSTGRES,
                    Protocol.REDIS,
                    Protocol.MEMCACHED,
                    Protocol.MONGODB,
                    Protocol.ELASTICSEARCH,
                    Protocol.SMB,
                    Protocol.RDP,
                    Protocol.VNC,
                    Protocol.DOCKER,
                    Protocol.MSSQL,
                    Protocol.ORACLE);

    private Greeting() {}

    static boolean exposed(Protocol service) {
        return INSIDE.contains(service);
    }

    /// What these bytes are; when they tell nothing, what the port usually is.
    static Protocol service(byte[] banner, Protocol usual) {
        String text = new String(banner, StandardCharsets.ISO_8859_1);
        if (text.startsWith("SSH-")) {
            return Protocol.SSH;
        }
        if (text.startsWith("220")) {
            String lower = text.toLowerCase(Locale.ROOT);
            return lower.contains("ftp") || usual == Protocol.FTP
                    ? Protocol.FTP
                    : usual == Protocol.SUBMISSION ? usual : Protocol.SMTP;
        }
        if (text.startsWith("* OK") || text.startsWith("* PREAUTH")) {
            return Protocol.IMAP;
        }
        if (text.startsWith("+OK")) {
            return Protocol.POP3;
        }
        if (text.startsWith("RFB ")) {
            return Protocol.VNC;
        }
        if (banner.length > 5
                && (banner[4] == 10
                        || text.contains("mysql_native_password")
                        || text.contains("MariaDB"))
                && banner[3] == 0) {
            return Protocol.MYSQL;
        }
        if (banner.length > 2
                && banner[0] == (byte) 0xff
                && banner[1] >= (byte) 0xfb - 256
                && (banner[1] & 0xff) >= 0xfb) {
            return Protocol.TELNET;
        }
        return usual;
    }

    /// Whether this service greets whoever connects; who waits to be spoken to need not be waited
    /// for.
    static boolean greets(Protocol service) {
        return switch (service) {
            case SMTP, SUBMISSION, IMAP, POP3, FTP, SSH, TELNET, MYSQL, VNC, UNKNOWN -> true;
            default -> false;
        };
    }

    /// What to say to a service that waits: a question that changes nothing and needs no rights.
    static byte[] word(Protocol service) {
        return switch (service) {
            case REDIS -> ascii("PING\r\n");
            case MEMCACHED -> ascii("version\r\n");
            case ELASTICSEARCH -> ascii("GET / HTTP/1.0\r\n\r\n");
            case DOCKER -> ascii("GET /_ping HTTP/1.0\r\n\r\n");
            case POSTGRES -> Databases.postgres();
            case RDP -> RdpCheck.request();
            case SMB -> SmbCheck.negotiate();
            case MSSQL -> Databases.sqlServer();
            case MONGODB -> Databases.mongo();
            default -> new byte[0];
        };
    }

    /// What the answer to [#word] shows; a port that answers otherwise is not that service.
    static Protocol answered(byte[] answer, Protocol usual) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        boolean fits =
                switch (usual) {
                    case REDIS ->
                            text.startsWith("+PONG")
                                    || text.startsWith("-NOAUTH")
                                    || text.startsWith("-DENIED");
                    case MEMCACHED -> text.startsWith("VERSION ");
                    case ELASTICSEARCH -> text.startsWith("HTTP/");
                    case DOCKER -> text.startsWith("HTTP/");
                    case POSTGRES -> Databases.isPostgres(answer);
                    case RDP -> RdpCheck.answers(answer);
                    case SMB -> SmbCheck.answers(answer);
                    case MSSQL -> Databases.isSqlServer(answer);
                    case MONGODB -> Databases.isMongo(answer);
                    default -> true;
                };
        return fits ? usual : Protocol.UNKNOWN;
    }

    /// Whether what it said shows that anybody may use it.
    static boolean openWithoutLogin(Protocol service, String text) {
        return switch (service) {
            case REDIS -> text.startsWith("+PONG");
            case MEMCACHED -> text.startsWith("VERSION ");
            case ELASTICSEARCH -> text.contains("200") && text.contains("lucene_version");
            case DOCKER ->
                    text.startsWith("HTTP/1") && text.contains("200") && text.contains("Docker");
            default -> false;
        };
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
