package org.hoshimori.probe.dns;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Outcome;
import org.hoshimori.probe.Sight;
import org.xbill.DNS.CAARecord;
import org.xbill.DNS.Type;

/// Which certification authorities may issue for the domain: the records nearest above it (RFC
/// 8659, section 3).
final class CaaCheck implements DomainCheck {

    private static final Set<String> KNOWN =
            Set.of(
                    "issue",
                    "issuewild",
                    "iodef",
                    "issuemail",
                    "contactemail",
                    "contactphone",
                    "issuevmc");

    @Override
    public String id() {
        return "dns.caa";
    }

    @Override
    public String standard() {
        return "RFC 8659";
    }

    @Override
    public Sight look(String domain, Dns dns) {
        for (String name = domain; !name.isEmpty(); name = Names.parent(name)) {
            Answer answer = dns.ask(name, Type.CAA);
            if (answer instanceof Answer.Failed failed) {
                return new Sight(id(), standard(), domain, Unsettled.by(failed), List.of());
            }
            if (!answer.all().isEmpty()) {
                return Sight.seen(
                        id(), standard(), domain, facts(name, answer), Dns.proof(name, answer));
            }
        }
        return new Sight(
                id(),
                standard(),
                domain,
                new Outcome.Absent(),
                Dns.proof(domain, dns.ask(domain, Type.CAA)));
    }

    private static Facts facts(String name, Answer answer) {
        Set<String> issuers = new TreeSet<>();
        Set<String> wild = new TreeSet<>();
        boolean strange = false;
        for (var record : answer.all()) {
            CAARecord caa = (CAARecord) record;
            String issuer = caa.getValue().split(";", 2)[0].strip();
            switch (caa.getTag().toLowerCase(java.util.Locale.ROOT)) {
                case "issue" -> issuers.add(issuer);
                case "issuewild" -> wild.add(issuer);
                // An unknown critical property forbids every issuance.
                case String tag -> strange |= !KNOWN.contains(tag) && (caa.getFlags() & 0x80) != 0;
            }
        }
        return Facts.write()
                .put("found_at", name)
                .put("issue", issuers)
                .put("issuewild", wild)
                .put("restricts", !issuers.isEmpty())
                .put("unknown_critical", strange)
                .done();
    }
}
