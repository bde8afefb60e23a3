package org.hoshimori.probe;

import java.util.Locale;
import java.util.Optional;
import org.hoshimori.probe.dns.Dns;
import org.hoshimori.probe.reach.Reach;

/// What a caller wants looked at: `example.jp`, `192.0.2.1`, `example.jp:8443`, `[2001:db8::1]:443`
/// or `smtp://mail.example.jp:2525`.
///
/// @param given as the caller wrote it
/// @param host lower case, without the final dot; international names in their ASCII form
public record Target(
        String given, String host, Optional<Integer> port, Optional<Protocol> service) {

    /// @throws Malformed naming what is wrong and what would be right
    public static Target parse(String given) throws Malformed {
        String text = given.strip();
        Optional<Protocol> service = Optional.empty();
        int mark = text.indexOf("://");
        if (mark >= 0) {
            String scheme = text.substring(0, mark).toLowerCase(Locale.ROOT);
            service = Protocol.named(scheme);
            if (service.isEmpty()) {
                throw new Malformed(
                        1,
                        "\""
                                + scheme
                                + "\" is no service that is looked at; try https, smtp, imap, ssh …");
            }
            text = text.substring(mark + 3).replaceFirst("/.*", "");
        }
        String host = text;
        Optional<Integer> port = Optional.empty();
        int colon = text.lastIndexOf(':');
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            if (end < 0) {
                throw new Malformed(1, "an IPv6 address without its closing ]");
            }
            host = text.substring(1, end);
            port =
                    end + 1 < text.length()
                            ? Optional.of(port(text.substring(end + 1).replaceFirst("^:", "")))
                            : port;
        } else if (colon >= 0 && text.indexOf(':') == colon) {
            host = text.substring(0, colon);
            port = Optional.of(port(text.substring(colon + 1)));
        }
        return new Target(given, name(host), port, service);
    }

    private static int port(String text) throws Malformed {
        if (!text.matches("\\d{1,5}")
                || Integer.parseInt(text) < 1
                || Integer.parseInt(text) > 65_535) {
            throw new Malformed(1, "\"" + text + "\" is not a port from 1 to 65535");
        }
        return Integer.parseInt(text);
    }

    private static String name(String host) throws Malformed {
        if (Reach.literal(host).isPresent()) {
            return host;
        }
        String ascii;
        try {
            ascii =
                    java.net
                            .IDN
                            .toASCII(host, java.net.IDN.ALLOW_UNASSIGNED)
                            .toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new Malformed(1, "\"" + host + "\" is not a domain name");
        }
        String plain = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        boolean wellFormed =
                plain.matches(
                                "([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\\.)*[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")
                        && !plain.matches("[0-9.]+")
                        && Dns.valid(plain);
        if (!wellFormed) {
            throw new Malformed(1, "\"" + host + "\" is not a domain name or an address");
        }
        return plain;
    }

    /// Whether the domain name system can be asked about it.
    public boolean isName() {
        return Reach.literal(host).isEmpty();
    }

    /// Whether all of a domain is meant, not one port.
    public boolean wholeDomain() {
        return isName() && port.isEmpty() && service.isEmpty() && host.contains(".");
    }
}
