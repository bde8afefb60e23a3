package org.hoshimori.probe.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hoshimori.probe.Endpoint;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.Proof;
import org.hoshimori.probe.Sight;

/// Pages that should not be public, from a short harmless list: one GET each, recognised by
/// content, never tried to log in.
final class ExposedCheck {

    static final String ID = "http.exposed";
    static final String STANDARD = "OWASP WSTG-CONF-04";

    private static final Map<String, Pattern> LIST = new LinkedHashMap<>();

    static {
        LIST.put("/.git/HEAD", Pattern.compile("\\Aref: refs/heads/\\S+\\s*\\z"));
        LIST.put(
                "/.env",
                Pattern.compile("(?m)^(APP_KEY|DB_PASSWORD|SECRET_KEY|AWS_SECRET_ACCESS_KEY)="));
        LIST.put("/server-status", Pattern.compile("(?i)<title>Apache Status</title>"));
        LIST.put(
                "/phpinfo.php",
                Pattern.compile("(?i)<title>phpinfo\\(\\)|<title>PHP \\S+ - phpinfo"));
        LIST.put("/phpmyadmin/", Pattern.compile("(?i)<title>phpMyAdmin"));
        LIST.put("/manager/html", Pattern.compile("(?i)Tomcat Web Application Manager"));
        LIST.put("/actuator", Pattern.compile("\"_links\"\\s*:\\s*\\{"));
        LIST.put("/wp-admin/install.php", Pattern.compile("(?i)WordPress &rsaquo; Installation"));
        LIST.put("/solr/", Pattern.compile("(?i)<title>Solr Admin"));
        LIST.put("/.svn/entries", Pattern.compile("\\A(8|9|10|12)\\n"));
        LIST.put("/server-info", Pattern.compile("(?i)<title>Server Information</title>"));
        LIST.put("/jenkins/", Pattern.compile("(?i)<title>[^<]*\\[Jenkins\\]</title>"));
        LIST.put("/.DS_Store", Pattern.compile("\\A\\x00\\x00\\x00\\x01Bud1"));
    }

    private static final Pattern LISTING =
            Pattern.compile("(?i)<title>(Index of /|Directory listing for /)");

    private final HttpExchange exchange;

    ExposedCheck(HttpExchange exchange) {
        this.exchange = exchange;
    }

    /// @param root the answer to `/`, which is not asked for again
    Sight look(Endpoint endpoint, HttpAnswer root) throws IOException, Malformed {
        Set<String> exposed = new TreeSet<>();
        List<Proof> proof = new ArrayList<>();
        boolean listing = LISTING.matcher(root.text()).find();
        if (listing) {
            proof.add(Proof.of("http", "/", root.body()));
        }
        for (Map.Entry<String, Pattern> entry : LIST.entrySet()) {
            HttpAnswer answer = exchange.get(endpoint, entry.getKey());
            if (answer.status() == 200
                    && entry.getValue()
                            .matcher(
                                    new String(
                                            answer.body(),
                                            java.nio.charset.StandardCharsets.ISO_8859_1))
                            .find()) {
                exposed.add(entry.getKey());
                // The head proves it; the secret itself is not kept.
                proof.add(Proof.of("http", entry.getKey(), answer.head().toArray()));
            }
        }
        return Sight.seen(
                ID,
                STANDARD,
                endpoint.asset(),
                Facts.write()
                        .put("paths", exposed)
                        .put("count", exposed.size())
                        .put("listing", listing)
                        .put("asked", LIST.keySet())
                        .done(),
                proof);
    }
}
