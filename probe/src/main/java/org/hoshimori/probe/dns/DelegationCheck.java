package org.hoshimori.probe.dns;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Outcome;
import org.hoshimori.probe.Proof;
import org.hoshimori.probe.Sight;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Type;

/// The domain's name servers: at least two, in different networks, each with an address (RFC 2182)
/// under its own name (RFC 2181, 10.3).
final class DelegationCheck implements DomainCheck {

    @Override
    public String id() {
        return "dns.delegation";
    }

    @Override
    public String standard() {
        return "RFC 2182";
    }

    @Override
    public Sight look(String domain, Dns dns) {
        Answer answer = dns.ask(domain, Type.NS);
        List<Proof> proof = new ArrayList<>(Dns.proof(domain, answer));
        Outcome outcome =
                switch (answer) {
                    case Answer.Failed failed -> Unsettled.by(failed);
                    case Answer.NoName _, Answer.NoRecords _ -> new Outcome.Absent();
                    case Answer.Found found -> seen(found, dns, proof);
                };
        return new Sight(id(), standard(), domain, outcome, proof);
    }

    private static Outcome seen(Answer.Found found, Dns dns, List<Proof> proof) {
        Set<String> servers = new TreeSet<>();
        Set<String> networks = new TreeSet<>();
        Set<String> dead = new TreeSet<>();
        Set<String> aliases = new TreeSet<>();
        for (var record : found.records()) {
            String server = Names.plain(((NSRecord) record).getTarget().toString(true));
            servers.add(server);
            Answer v4 = dns.ask(server, Type.A);
            Answer v6 = dns.ask(server, Type.AAAA);
            List<InetAddress> addresses = dns.addresses(server);
            if (!v4.aliases().isEmpty()) {
                aliases.add(server);
                proof.addAll(Dns.proof(server, v4));
            }
            addresses.forEach(address -> networks.add(network(address)));
            // Only a certain "no address" is a dead server; a failure proves nothing.
            if (addresses.isEmpty()
                    && !(v4 instanceof Answer.Failed)
                    && !(v6 instanceof Answer.Failed)) {
                dead.add(server);
                proof.addAll(Dns.proof(server, v4));
            }
        }
        return new Outcome.Seen(
                Facts.write()
                        .put("servers", servers)
                        .put("count", servers.size())
                        .put("networks", networks.size())
                        .put("without_address", dead)
                        .put("dead", dead.size())
                        .put("aliases", aliases)
                        .done());
    }

    private static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        int kept = bytes.length == 4 ? 3 : 6;
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < kept; i++) {
            network.append(bytes[i] & 0xff).append('.');
        }
        return network.toString();
    }
}
