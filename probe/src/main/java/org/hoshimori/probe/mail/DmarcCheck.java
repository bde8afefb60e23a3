package org.hoshimori.probe.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Outcome;
import org.hoshimori.probe.Proof;
import org.hoshimori.probe.Sight;
import org.hoshimori.probe.dns.Answer;
import org.hoshimori.probe.dns.Dns;
import org.hoshimori.probe.dns.DomainCheck;
import org.hoshimori.probe.dns.Names;
import org.hoshimori.probe.dns.Unsettled;
import org.xbill.DNS.Type;

/// The policy that receivers apply to mail in the domain's name, found by the tree walk of RFC
/// 9989, section 4.10, not by a list of public suffixes.
final class DmarcCheck implements DomainCheck {

    @Override
    public String id() {
        return "mail.dmarc";
    }

    @Override
    public String standard() {
        return "RFC 9989";
    }

    @Override
    public Sight look(String domain, Dns dns) {
        List<Proof> proof = new ArrayList<>();
        DmarcWalk walk = DmarcWalk.from(domain, dns, proof);
        if (walk.failure().isPresent()) {
            return new Sight(id(), standard(), domain, Unsettled.by(walk.failure().get()), proof);
        }
        Optional<Map.Entry<String, DmarcRecord>> applied = walk.applied(domain);
        if (applied.isEmpty()) {
            Facts facts =
                    Facts.write().put("faults", walk.faults()).put("walked", walk.walked()).done();
            return new Sight(id(), standard(), domain, new Outcome.Absent(facts), proof);
        }
        String at = applied.get().getKey();
        DmarcRecord record = applied.get().getValue();
        boolean own = Names.plain(at).equals(Names.plain(domain));
        boolean exists = !(dns.ask(domain, Type.A) instanceof Answer.NoName);
        String policy = own ? record.p() : exists ? record.sp() : record.np();
        return Sight.seen(
                id(),
                standard(),
                domain,
                Facts.write()
                        .put("record", record.text())
                        .put("found_at", at)
                        .put("organisation", walk.organisation(domain))
                        .put("policy", policy)
                        .put("effective", record.effective(policy))
                        .put("subdomains", record.sp())
                        .put("nonexistent", record.np())
                        .put("test", record.test())
                        .put("reports", record.rua())
                        .put("reports_unauthorised", unauthorised(domain, record, dns, proof))
                        .put("warnings", record.warnings())
                        .put("faults", walk.faults())
                        .put("walked", walk.walked())
                        .done(),
                proof);
    }

    /// Report addresses elsewhere whose domain has not agreed (RFC 9990, section 4): receivers send
    /// nothing there.
    private static Set<String> unauthorised(
            String domain, DmarcRecord record, Dns dns, List<Proof> proof) {
        Map<String, String> homes = new TreeMap<>();
        for (String uri : record.rua()) {
            homes.put(uri, Names.plain(uri.substring(uri.lastIndexOf('@') + 1)));
        }
        Set<String> unauthorised = new TreeSet<>();
        String organisation = DmarcWalk.from(domain, dns, new ArrayList<>()).organisation(domain);
        homes.forEach((uri, home) -> {
            if (Names.within(home, organisation)) {
                return;
            }
            String name = domain + "._report._dmarc." + home;
            Answer answer = dns.ask(name, Type.TXT);
            boolean agreed = Dns.texts(answer).stream().anyMatch(DmarcRecord::claims);
            if (!agreed && !(answer instanceof Answer.Failed)) {
                unauthorised.add(uri);
                proof.addAll(Dns.proof(name, answer));
            }
        });
        return unauthorised;
    }
}
