package org.hoshimori.probe.mail;

import java.util.List;
import java.util.function.Predicate;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.Outcome;
import org.hoshimori.probe.Sight;
import org.hoshimori.probe.dns.Answer;
import org.hoshimori.probe.dns.Dns;
import org.hoshimori.probe.dns.DomainCheck;
import org.hoshimori.probe.dns.Unsettled;
import org.xbill.DNS.Type;

/// A policy that is one TXT record under a fixed label: TLS-RPT (RFC 8460, section 3) and BIMI's
/// presence.
///
/// @param prefix before the domain, such as `_smtp._tls`
/// @param version of the record, such as `TLSRPTv1`
/// @param usable whether the rest is usable
record PolicyTextCheck(
        String id, String standard, String prefix, String version, Predicate<Tags> usable)
        implements DomainCheck {

    static PolicyTextCheck tlsReports() {
        return new PolicyTextCheck(
                "mail.tls-rpt",
                "RFC 8460",
                "_smtp._tls",
                "TLSRPTv1",
                tags ->
                        List.of(tags.get("rua", "").split(",")).stream()
                                .map(String::strip)
                                .anyMatch(uri -> uri.matches("mailto:[^@\\s]+@\\S+|https://\\S+")));
    }

    static PolicyTextCheck brandIndicator() {
        return new PolicyTextCheck(
                "mail.bimi",
                "draft-brand-indicators-for-message-identification",
                "default._bimi",
                "BIMI1",
                tags -> tags.get("l", "").startsWith("https://"));
    }

    @Override
    public Sight look(String domain, Dns dns) {
        String name = prefix + "." + domain;
        Answer answer = dns.ask(name, Type.TXT);
        if (answer instanceof Answer.Failed failed) {
            return new Sight(id, standard, domain, Unsettled.by(failed), List.of());
        }
        List<String> claims =
                Dns.texts(answer).stream()
                        .filter(text -> text.replace(" ", "").startsWith("v=" + version))
                        .toList();
        if (claims.isEmpty()) {
            return new Sight(id, standard, domain, new Outcome.Absent(), Dns.proof(name, answer));
        }
        return Sight.seen(
                id,
                standard,
                domain,
                Facts.write()
                        .put("record", claims.getFirst())
                        .put("valid", claims.size() == 1 && valid(claims.getFirst()))
                        .done(),
                Dns.proof(name, answer));
    }

    private boolean valid(String text) {
        try {
            Tags tags = Tags.parse(text);
            return tags.version(version) && usable.test(tags);
        } catch (Malformed e) {
            return false;
        }
    }
}
