package org.hoshimori.probe.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Proof;
import org.hoshimori.probe.Sight;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Type;

/// Records that point at names which do not exist: whoever can register such a name takes over what
/// points at it.
final class DanglingCheck implements DomainCheck {

    private static final List<String> USUAL =
            List.of("www", "mail", "blog", "shop", "dev", "test", "staging", "autodiscover");

    @Override
    public String id() {
        return "dns.dangling";
    }

    @Override
    public String standard() {
        return "RFC 1912";
    }

    @Override
    public Sight look(String domain, Dns dns) {
        Set<String> dangling = new TreeSet<>();
        List<Proof> proof = new ArrayList<>();
        Answer own = dns.ask(domain, Type.A);
        if (own instanceof Answer.Failed failed) {
            return new Sight(id(), standard(), domain, Unsettled.by(failed), List.of());
        }
        alias(domain, own, dangling, proof);
        for (String label : USUAL) {
            String name = label + "." + domain;
            alias(name, dns.ask(name, Type.A), dangling, proof);
        }
        for (var record : dns.ask(domain, Type.NS).all()) {
            target(((NSRecord) record).getTarget().toString(true), "NS", dns, dangling, proof);
        }
        for (var record : dns.ask(domain, Type.MX).all()) {
            target(((MXRecord) record).getTarget().toString(true), "MX", dns, dangling, proof);
        }
        return Sight.seen(
                id(),
                standard(),
                domain,
                Facts.write().put("dangling", dangling).put("count", dangling.size()).done(),
                proof);
    }

    private static void alias(String name, Answer answer, Set<String> dangling, List<Proof> proof) {
        if (answer instanceof Answer.NoName(List<String> aliases, var _) && !aliases.isEmpty()) {
            dangling.add(name + " CNAME " + aliases.getLast());
            proof.addAll(Dns.proof(name, answer));
        }
    }

    private static void target(
            String name, String type, Dns dns, Set<String> dangling, List<Proof> proof) {
        Answer answer =
                name.isEmpty() || name.equals(".")
                        ? new Answer.Failed("root", false)
                        : dns.ask(name, Type.A);
        if (answer instanceof Answer.NoName) {
            dangling.add(type + " " + name);
            proof.addAll(Dns.proof(name, answer));
        }
    }
}
