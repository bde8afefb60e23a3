package org.hoshimori.probe.rating;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Observation;
import org.hoshimori.probe.Outcome;

/// What others would say of the same facts by their own public rules, so that anyone can check ours
/// against theirs. Where a fact that they use is not seen from here, the view says so.
final class Views {

    private Views() {}

    static Map<String, Map<String, Map<String, Object>>> all(
            java.util.List<Observation> observations) {
        SortedMap<String, Map<String, Outcome>> byAsset = new TreeMap<>();
        observations.stream()
                .filter(o -> o.outcome().settled())
                .forEach(o ->
                        byAsset.computeIfAbsent(o.asset(), _ -> new HashMap<>())
                                .put(o.check(), o.outcome()));
        Map<String, Map<String, Object>> labs = new LinkedHashMap<>();
        Map<String, Map<String, Object>> mozilla = new LinkedHashMap<>();
        Map<String, Map<String, Object>> internet = new LinkedHashMap<>();
        byAsset.forEach((asset, looks) -> {
            if (looks.containsKey("tls.versions") && looks.containsKey("tls.suites")) {
                labs.put(asset, LabsView.of(looks));
                internet.put(asset, InternetNlTls.of(looks, plain(asset, byAsset)));
            }
            if (looks.containsKey("http.hsts") || looks.containsKey("http.headers")) {
                mozilla.put(asset, ObservatoryView.of(looks, plain(asset, byAsset)));
            }
            if (looks.containsKey("mail.dmarc") && looks.containsKey("mail.spf")) {
                internet.put(asset, InternetNlView.of(looks));
            }
        });
        Map<String, Map<String, Map<String, Object>>> views = new LinkedHashMap<>();
        views.put("ssl-labs-2009r", labs);
        views.put("mdn-observatory-6", mozilla);
        views.put("internet-nl", internet);
        return views;
    }

    /// What plain HTTP on the same host does.
    private static Facts plain(String asset, SortedMap<String, Map<String, Outcome>> byAsset) {
        String host = asset.replaceFirst(":\\d+$", "");
        return byAsset.entrySet().stream()
                .filter(e -> e.getKey().replaceFirst(":\\d+$", "").equals(host))
                .map(e -> facts(e.getValue(), "http.redirect"))
                .filter(facts -> facts.get("to_https").isPresent())
                .findFirst()
                .orElse(Facts.NONE);
    }

    /// The facts of a check, or none.
    static Facts facts(Map<String, Outcome> looks, String check) {
        Outcome outcome = looks.get(check);
        return outcome == null ? Facts.NONE : outcome.facts();
    }

    static boolean seen(Map<String, Outcome> looks, String check) {
        return looks.get(check) instanceof Outcome.Seen;
    }

    static boolean absent(Map<String, Outcome> looks, String check) {
        return looks.get(check) instanceof Outcome.Absent;
    }
}
