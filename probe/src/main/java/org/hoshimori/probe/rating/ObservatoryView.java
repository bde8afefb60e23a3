package org.hoshimori.probe.rating;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Outcome;

/// The score of MDN's HTTP Observatory, algorithm 6: 100 and modifiers, where good ones count only
/// from 90 up. Whether a host is on the preload list is not seen from here and gives nothing, nor
/// whether a page can be parsed.
final class ObservatoryView {

    private ObservatoryView() {}

    /// @param plain what plain HTTP on the same host does; nothing when there is none
    static Map<String, Object> of(Map<String, Outcome> looks, Facts plain) {
        Map<String, Integer> modifiers = new LinkedHashMap<>();
        modifiers.put("csp", csp(looks));
        modifiers.put("cookies", cookies(looks));
        modifiers.put("hsts", hsts(looks));
        Facts headers = Views.facts(looks, "http.headers");
        boolean framed = headers.flag("frame_options_valid");
        boolean ancestors = Views.facts(looks, "http.csp").flag("frame_ancestors");
        modifiers.put("x-frame-options", framed || ancestors ? 5 : -20);
        modifiers.put("x-content-type-options", headers.flag("nosniff") ? 0 : -5);
        String referrer = headers.word("referrer_policy");
        modifiers.put(
                "referrer-policy",
                referrer.isEmpty() ? 0 : headers.flag("referrer_private") ? 5 : -5);
        boolean anybody =
                headers.word("cors_origin").equals("null") || headers.flag("cors_reflects");
        modifiers.put("cors", headers.flag("cors_credentials") && anybody ? -50 : 0);
        modifiers.put("redirection", redirection(plain));
        boolean integrity =
                !Views.facts(looks, "http.page").words("foreign_scripts_unchecked").isEmpty();
        modifiers.put("subresource-integrity", integrity ? -5 : 0);
        modifiers.put(
                "cross-origin-resource-policy",
                policy(headers.word("resource_policy"), "same-origin|same-site|cross-origin"));
        modifiers.put(
                "cross-origin-opener-policy",
                policy(
                        headers.word("opener_policy"),
                        "same-origin|same-origin-allow-popups|noopener-allow-popups"));
        modifiers.put(
                "cross-origin-embedder-policy",
                policy(headers.word("embedder_policy"), "require-corp|credentialless"));
        int bare = 100 + modifiers.values().stream().mapToInt(m -> Math.min(0, m)).sum();
        int score =
                Math.max(
                        0,
                        bare >= 90
                                ? bare
                                        + modifiers.values().stream()
                                                .mapToInt(m -> Math.max(0, m))
                                                .sum()
                                : bare);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("grade", grade(score));
        view.put("score", score);
        view.put("modifiers", modifiers);
        return view;
    }

    /// A policy with its parameters, such as `same-origin; report-to="x"`.
    private static int policy(String value, String good) {
        String word = value.replaceFirst(";.*", "").strip();
        if (word.isEmpty() || word.equals("unsafe-none")) {
            return 0;
        }
        return word.matches(good) ? 10 : -5;
    }

    private static int redirection(Facts plain) {
        if (plain.get("to_https").isEmpty()) {
            return 0;
        }
        if (!plain.flag("to_https")) {
            return -20;
        }
        return plain.flag("same_host_first") ? 0 : -5;
    }

    private static int csp(Map<String, Outcome> looks) {
        if (!Views.seen(looks, "http.csp") || !Views.facts(looks, "http.csp").flag("valid")) {
            return -25;
        }
        Facts csp = Views.facts(looks, "http.csp");
        if (csp.flag("unsafe_inline_script")
                || csp.flag("broad_script")
                || csp.flag("objects_open")) {
            return -20;
        }
        if (csp.flag("unsafe_eval")) {
            return -10;
        }
        if (csp.flag("unsafe_inline_style")) {
            return 0;
        }
        return csp.flag("default_none")
                        && csp.flag("form_action")
                        && csp.flag("base_uri")
                        && csp.flag("frame_ancestors")
                ? 10
                : 5;
    }

    private static int cookies(Map<String, Outcome> looks) {
        Facts cookies = Views.facts(looks, "http.cookies");
        boolean hsts = Views.facts(looks, "http.hsts").count("max_age", 0) > 0;
        if (!Views.seen(looks, "http.cookies")) {
            return 0;
        }
        if (!cookies.words("session_without_secure").isEmpty()) {
            return hsts ? -10 : -40;
        }
        if (!cookies.words("session_without_httponly").isEmpty()) {
            return -30;
        }
        if (!cookies.words("without_secure").isEmpty()) {
            return hsts ? -5 : -20;
        }
        return cookies.words("without_samesite").isEmpty() ? 5 : 0;
    }

    private static int hsts(Map<String, Outcome> looks) {
        Facts hsts = Views.facts(looks, "http.hsts");
        if (!Views.seen(looks, "http.hsts") || !hsts.flag("valid")) {
            return -20;
        }
        return hsts.count("max_age", 0) < 15_768_000 ? -10 : 0;
    }

    private static String grade(int score) {
        int[] from = {100, 90, 85, 80, 70, 65, 60, 50, 45, 40, 30, 25};
        String[] grades = {"A+", "A", "A-", "B+", "B", "B-", "C+", "C", "C-", "D+", "D", "D-"};
        for (int i = 0; i < from.length; i++) {
            if (score >= from[i]) {
                return grades[i];
            }
        }
        return "F";
    }
}
