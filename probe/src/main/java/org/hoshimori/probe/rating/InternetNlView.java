package org.hoshimori.probe.rating;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Outcome;

/// Two categories of Internet.nl's tests (1.11), "authenticity marks" and DNSSEC: each full 10,
/// partial 2, as percent of what was looked at; its category TLS is in [InternetNlTls]. IPv6 and
/// RPKI need looks that we do not make, so its total, the mean of all categories, is not given.
final class InternetNlView {

    private InternetNlView() {}

    static Map<String, Object> of(Map<String, Outcome> looks) {
        Map<String, Integer> points = new LinkedHashMap<>();
        Facts dmarc = Views.facts(looks, "mail.dmarc");
        Facts spf = Views.facts(looks, "mail.spf");
        boolean dmarcSeen = Views.seen(looks, "mail.dmarc");
        points.put("dmarc", dmarcSeen ? 10 : 0);
        points.put(
                "dmarc_policy", !dmarcSeen ? 0 : dmarc.word("effective").equals("none") ? 2 : 10);
        if (looks.containsKey("mail.dkim")) {
            // Any answer but NXDOMAIN for the branch counts there.
            points.put("dkim", Views.absent(looks, "mail.dkim") ? 0 : 10);
        }
        boolean spfSeen = Views.seen(looks, "mail.spf");
        points.put("spf", spfSeen ? 10 : 0);
        boolean strict = spf.word("all").equals("fail") || spf.word("all").equals("softfail");
        points.put("spf_policy", !spfSeen ? 0 : strict && spf.flag("valid") ? 10 : 2);
        int sum = points.values().stream().mapToInt(Integer::intValue).sum();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("percent", sum * 10 / points.size());
        if (Views.seen(looks, "dns.dnssec")) {
            String status = Views.facts(looks, "dns.dnssec").word("status");
            view.put(
                    "dnssec_percent",
                    status.equals("secure") ? 100 : status.equals("insecure") ? 20 : 0);
        }
        view.put("points", points);
        return view;
    }
}
