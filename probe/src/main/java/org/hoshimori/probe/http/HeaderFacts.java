package org.hoshimori.probe.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.hoshimori.probe.Facts;

/// Reads facts from the headers of one answer.
final class HeaderFacts {

    private static final Set<String> PRIVATE =
            Set.of(
                    "no-referrer",
                    "same-origin",
                    "strict-origin",
                    "strict-origin-when-cross-origin");
    private static final Set<String> KNOWN_REFERRER =
            Set.of(
                    "no-referrer",
                    "same-origin",
                    "strict-origin",
                    "strict-origin-when-cross-origin",
                    "no-referrer-when-downgrade",
                    "origin",
                    "origin-when-cross-origin",
                    "unsafe-url");

    private HeaderFacts() {}

    /// HSTS (RFC 6797, section 6.1) and whether it is fit for the preload list.
    static Facts hsts(HttpAnswer answer) {
        List<String> values = answer.all("strict-transport-security");
        Directives directives = Directives.parse(values.getFirst());
        String age = directives.get("max-age");
        boolean valid = age.matches("\\d{1,18}") && !directives.doubled();
        long seconds = valid ? Long.parseLong(age) : 0;
        boolean below = directives.has("includesubdomains");
        boolean preload = directives.has("preload");
        return Facts.write()
                .put("value", values.getFirst())
                .put("valid", valid)
                .put("max_age", seconds)
                .put("include_subdomains", below)
                .put("preload", preload)
                .put("preload_fit", valid && below && preload && seconds >= 31_536_000)
                .put("headers", values.size())
                .done();
    }

    /// One Set-Cookie after the other (RFC 6265bis).
    static Facts cookies(HttpAnswer answer, boolean https) {
        Set<String> names = new TreeSet<>();
        Set<String> insecure = new TreeSet<>();
        Set<String> readable = new TreeSet<>();
        Set<String> unsited = new TreeSet<>();
        Set<String> misprefixed = new TreeSet<>();
        for (String value : answer.all("set-cookie")) {
            int end = value.indexOf(';');
            String pair = end < 0 ? value : value.substring(0, end);
            String name =
                    pair.contains("=")
                            ? pair.substring(0, pair.indexOf('=')).strip()
                            : pair.strip();
            Directives attributes = Directives.parse(end < 0 ? "" : value.substring(end + 1));
            names.add(name);
            boolean secure = attributes.has("secure");
            if (!secure) {
                insecure.add(name);
            }
            if (session(name) && !attributes.has("httponly")) {
                readable.add(name);
            }
            String site = attributes.get("samesite").toLowerCase(Locale.ROOT);
            if (!Set.of("strict", "lax", "none").contains(site) || site.equals("none") && !secure) {
                unsited.add(name);
            }
            if (name.startsWith("__Secure-") && !(secure && https)
                    || name.startsWith("__Host-")
                            && !(secure
                                    && https
                                    && attributes.get("path").equals("/")
                                    && !attributes.has("domain"))) {
                misprefixed.add(name);
            }
        }
        return Facts.write()
                .put("names", names)
                .put("without_secure", insecure)
                .put(
                        "session_without_secure",
                        insecure.stream().filter(HeaderFacts::session).toList())
                .put("session_without_httponly", readable)
                .put("without_samesite", unsited)
                .put("broken_prefix", misprefixed)
                .done();
    }

    /// Names that servers and frameworks give to what identifies a session.
    private static boolean session(String name) {
        return name.toLowerCase(Locale.ROOT)
                .matches(
                        ".*(sess|sid$|^sid|auth|login|token|jwt|asp\\.net|cfid|cftoken|connect\\.sid).*");
    }

    /// The other headers that browsers act on.
    static Facts others(HttpAnswer answer) {
        String frame = answer.header("x-frame-options").orElse("").strip().toUpperCase(Locale.ROOT);
        List<String> referrer = new ArrayList<>();
        for (String word :
                answer.header("referrer-policy").orElse("").toLowerCase(Locale.ROOT).split(",")) {
            if (KNOWN_REFERRER.contains(word.strip())) {
                referrer.add(word.strip());
            }
        }
        String origin = answer.header("access-control-allow-origin").orElse("");
        return Facts.write()
                .put("frame_options", frame)
                .put("frame_options_valid", frame.equals("DENY") || frame.equals("SAMEORIGIN"))
                .put(
                        "nosniff",
                        answer.header("x-content-type-options")
                                .orElse("")
                                .strip()
                                .equalsIgnoreCase("nosniff"))
                .put("referrer_policy", referrer.isEmpty() ? "" : referrer.getLast())
                .put(
                        "referrer_private",
                        !referrer.isEmpty() && PRIVATE.contains(referrer.getLast()))
                .put("permissions_policy", answer.header("permissions-policy").isPresent())
                .put("opener_policy", answer.header("cross-origin-opener-policy").orElse(""))
                .put("embedder_policy", answer.header("cross-origin-embedder-policy").orElse(""))
                .put("resource_policy", answer.header("cross-origin-resource-policy").orElse(""))
                .put("cors_origin", origin)
                .put("cors_reflects", origin.equals(HttpExchange.STRANGER))
                .put(
                        "cors_credentials",
                        answer.header("access-control-allow-credentials").orElse("").equals("true"))
                .done();
    }
}
