package org.hoshimori.probe.network;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.hoshimori.probe.Service;

/// Tells services by their first words, and knows the one harmless word that others want to hear.
final class Greeting {

    /// Services that have no business on the public internet.
    private static final Set<Service> INSIDE =
            EnumSet.of(
                    Service.TELNET,
                    Service.MYSQL,
                    Service.POSTGRES,
                    Service.REDIS,
                    Service.MEMCACHED,
                    Service.MONGODB,
                    Service.ELASTICSEARCH,
                    Service.SMB,
                    Service.RDP,
                    Service.VNC,
                    Service.DOCKER,
                    Service.MSSQL,
                    Service.ORACLE);

    private Greeting() {}

    static boolean exposed(Service service) {
        return INSIDE.contains(service);
    }

    /// What these bytes are; when they tell nothing, what the port usually is.
    static Service service(byte[] banner, Service usual) {
        String text = new String(banner, StandardCharsets.ISO_8859_1);
        if (text.startsWith("SSH-")) {
            return Service.SSH;
        }
        if (text.startsWith("220")) {
            String lower = text.toLowerCase(Locale.ROOT);
            return lower.contains("ftp") || usual == Service.FTP
                    ? Service.FTP
                    : usual == Service.SUBMISSION ? usual : Service.SMTP;
        }
        if (text.startsWith("* OK") || text.startsWith("* PREAUTH")) {
            return Service.IMAP;
        }
        if (text.startsWith("+OK")) {
            return Service.POP3;
        }
        if (text.startsWith("RFB ")) {
            return Service.VNC;
        }
        if (banner.length > 5
                && (banner[4] == 10
                        || text.contains("mysql_native_password")
                        || text.contains("MariaDB"))
                && banner[3] == 0) {
            return Service.MYSQL;
        }
        if (banner.length > 2
                && banner[0] == (byte) 0xff
                && banner[1] >= (byte) 0xfb - 256
                && (banner[1] & 0xff) >= 0xfb) {
            return Service.TELNET;
        }
        return usual;
    }

    /// What to say to a service that waits: a question that changes nothing and needs no rights.
    static byte[] word(Service service) {
        return switch (service) {
            case REDIS -> ascii("PING\r\n");
            case MEMCACHED -> ascii("version\r\n");
            case ELASTICSEARCH -> ascii("GET / HTTP/1.0\r\n\r\n");
            case DOCKER -> ascii("GET /_ping HTTP/1.0\r\n\r\n");
            default -> new byte[0];
        };
    }

    /// What the answer to [#word] shows; a port that answers otherwise is not that service.
    static Service answered(byte[] answer, Service usual) {
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
                    default -> true;
                };
        return fits ? usual : Service.UNKNOWN;
    }

    /// Whether what it said shows that anybody may use it.
    static boolean openWithoutLogin(Service service, String text) {
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
