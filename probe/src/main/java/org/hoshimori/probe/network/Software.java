package org.hoshimori.probe.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Software and version as a banner tells them, with the CPE 2.3 name of the vendor's own release.
///
/// @param distribution the distribution whose package it is, when the banner says so: distributions
///   repair old versions without a new number (back-ports), so a match is unsure
public record Software(String product, String version, String cpe, String distribution) {

    private static final Map<Pattern, String> KNOWN = new LinkedHashMap<>();

    static {
        know("OpenSSH_(\\d+\\.\\d+(?:p\\d+)?)", "openbsd:openssh");
        know("dropbear_(\\d{4}\\.\\d+)", "dropbear_ssh_project:dropbear_ssh");
        know("nginx/(\\d+\\.\\d+\\.\\d+)", "f5:nginx");
        know("Apache/(\\d+\\.\\d+\\.\\d+)", "apache:http_server");
        know("Apache-Coyote/(\\d+\\.\\d+)", "apache:coyote_http_connector");
        know("Microsoft-IIS/(\\d+\\.\\d+)", "microsoft:internet_information_services");
        know("OpenSSL/(\\d+\\.\\d+\\.\\d+[a-z]?)", "openssl:openssl");
        know("PHP/(\\d+\\.\\d+\\.\\d+)", "php:php");
        know("lighttpd/(\\d+\\.\\d+\\.\\d+)", "lighttpd:lighttpd");
        know("Exim (\\d+\\.\\d+(?:\\.\\d+)?)", "exim:exim");
        know("Sendmail (\\d+\\.\\d+\\.\\d+)", "sendmail:sendmail");
        know("Microsoft Exchange Server (\\d+\\.\\d+)", "microsoft:exchange_server");
        know("vsFTPd (\\d+\\.\\d+\\.\\d+)", "vsftpd_project:vsftpd");
        know("ProFTPD (\\d+\\.\\d+\\.\\d+[a-z]?)", "proftpd:proftpd");
        know("Pure-FTPd (\\d+\\.\\d+\\.\\d+)", "pureftpd:pure-ftpd");
        know("(\\d+\\.\\d+\\.\\d+)-MariaDB", "mariadb:mariadb");
        know("VERSION (\\d+\\.\\d+\\.\\d+)", "memcached:memcached");
        know("\"number\" ?: ?\"(\\d+\\.\\d+\\.\\d+)\"", "elastic:elasticsearch");
        know("Microsoft SQL Server (\\d+\\.\\d+\\.\\d+)", "microsoft:sql_server");
        know("Jetty\\((\\d+\\.\\d+\\.\\d+)", "eclipse:jetty");
        know("WordPress (\\d+\\.\\d+(?:\\.\\d+)?)", "wordpress:wordpress");
        know("Drupal (\\d+)", "drupal:drupal");
        know("Joomla! (\\d+\\.\\d+)", "joomla:joomla\\!");
    }

    private static final Pattern DISTRIBUTION =
            Pattern.compile(
                    "(Debian|Ubuntu|Red Hat|CentOS|Fedora|SUSE|\\bel\\d|deb\\d+u\\d+|FreeBSD|Raspbian)",
                    Pattern.CASE_INSENSITIVE);

    private static void know(String pattern, String name) {
        KNOWN.put(Pattern.compile(pattern), name);
    }

    /// The first software that this text names with a version.
    public static Optional<Software> in(String text) {
        return all(text).stream().findFirst();
    }

    /// Products by the names they have in a CPE.
    public static Set<String> products() {
        return KNOWN.values().stream()
                .map(name -> name.substring(name.indexOf(':') + 1))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Every software that this text names with a version.
    public static List<Software> all(String text) {
        List<Software> all = new ArrayList<>();
        for (Map.Entry<Pattern, String> entry : KNOWN.entrySet()) {
            Matcher matcher = entry.getKey().matcher(text);
            if (matcher.find()) {
                String version = matcher.group(1);
                Matcher distribution = DISTRIBUTION.matcher(text);
                all.add(
                        new Software(
                                entry.getValue().substring(entry.getValue().indexOf(':') + 1),
                                version,
                                "cpe:2.3:a:"
                                        + entry.getValue()
                                        + ":"
                                        + cpeVersion(version)
                                        + ":*:*:*:*:*:*",
                                distribution.find() ? distribution.group(1) : ""));
            }
        }
        return List.copyOf(all);
    }

    /// OpenSSH 9.2p1 is version 9.2, update p1.
    private static String cpeVersion(String version) {
        Matcher portable = Pattern.compile("(\\d+\\.\\d+)(p\\d+)").matcher(version);
        return portable.matches() ? portable.group(1) + ":" + portable.group(2) : version + ":*";
    }
}
