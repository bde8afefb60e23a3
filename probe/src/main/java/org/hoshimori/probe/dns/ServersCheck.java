package org.hoshimori.probe.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Outcome;
import org.hoshimori.probe.Proof;
import org.hoshimori.probe.Sight;
import org.hoshimori.probe.reach.Reach;
import org.hoshimori.probe.reach.Wire;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Asks each of the domain's name servers itself, over TCP (RFC 7766): whether it knows the domain
/// (RFC 1912, section 2.8), says the same as the others (RFC 1034, 4.3.5), hands the whole zone to
/// strangers (RFC 5936), or resolves for anybody (RFC 5358). Of a zone that is handed over only the
/// first message is read, and none of it is kept.
public final class ServersCheck {

    private static final String ID = "dns.servers";
    private static final String STANDARD = "RFC 1912";
    private static final int MOST_SERVERS = 8;

    private final Reach reach;
    private final int port;

    /// @param port where name servers listen: 53, or another in a test fleet
    public ServersCheck(Reach reach, int port) {
        this.reach = reach;
        this.port = port;
    }

    public Sight look(String domain, Dns dns) {
        Answer answer = dns.ask(domain, Type.NS);
        if (answer instanceof Answer.Failed failed) {
            return sight(domain, Unsettled.by(failed), List.of());
        }
        Set<String> answered = new TreeSet<>();
        Set<String> lame = new TreeSet<>();
        Set<String> handing = new TreeSet<>();
        Set<String> resolving = new TreeSet<>();
        Set<String> serials = new TreeSet<>();
        Set<String> sets = new TreeSet<>();
        List<Proof> proof = new ArrayList<>();
        for (var record : answer.all().stream().limit(MOST_SERVERS).toList()) {
            String server = Names.plain(((NSRecord) record).getTarget().toString(true));
            List<InetAddress> addresses = dns.addresses(server);
            if (addresses.isEmpty() || reach.guard().refuses(server).isPresent()) {
                continue;
            }
            InetAddress address = addresses.getFirst();
            Optional<Message> own = ask(address, domain, Type.SOA, false);
            if (own.isEmpty()) {
                continue;
            }
            answered.add(server);
            proof.add(Proof.of("dns", server + " SOA", own.get().toWire()));
            if (!own.get().getHeader().getFlag(Flags.AA)
                    || own.get().getHeader().getRcode() != Rcode.NOERROR) {
                lame.add(server);
            } else {
                serials.addAll(serials(own.get()));
                // An error, or no answer, is no other opinion.
                ask(address, domain, Type.NS, false)
                        .map(ServersCheck::set)
                        .filter(set -> !set.isEmpty())
                        .ifPresent(sets::add);
            }
            if (ask(address, ".", Type.NS, true).filter(ServersCheck::resolved).isPresent()) {
                resolving.add(server);
            }
            if (ask(address, domain, Type.AXFR, false).filter(ServersCheck::handed).isPresent()) {
                handing.add(server);
            }
        }
        Outcome outcome =
                answered.isEmpty()
                        ? new Outcome.Inconclusive("no name server answered us")
                        : new Outcome.Seen(
                                Facts.write()
                                        .put("answered", answered)
                                        .put("lame", lame)
                                        .put("serials", serials)
                                        .put("serials_count", serials.size())
                                        .put("server_sets", sets)
                                        .put("server_sets_count", sets.size())
                                        .put("transfers", handing)
                                        .put("resolves_for_anybody", resolving)
                                        .done());
        return sight(domain, outcome, proof);
    }

    private static List<String> serials(Message answer) {
        return answer.getSection(Section.ANSWER).stream()
                .filter(SOARecord.class::isInstance)
                .map(record -> String.valueOf(((SOARecord) record).getSerial()))
                .toList();
    }

    /// The domain's name servers as this one names them; empty where it names none.
    private static String set(Message answer) {
        return answer.getSection(Section.ANSWER).stream()
                .filter(NSRecord.class::isInstance)
                .map(record -> Names.plain(((NSRecord) record).getTarget().toString(true)))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static Sight sight(String domain, Outcome outcome, List<Proof> proof) {
        return new Sight(ID, STANDARD, domain, outcome, proof);
    }

    private static boolean resolved(Message answer) {
        return answer.getHeader().getFlag(Flags.RA)
                && answer.getHeader().getRcode() == Rcode.NOERROR
                && !answer.getSection(Section.ANSWER).isEmpty();
    }

    /// A transfer begins with the SOA and goes on (RFC 5936, section 2.2).
    private static boolean handed(Message answer) {
        List<Record> records = answer.getSection(Section.ANSWER);
        return answer.getHeader().getRcode() == Rcode.NOERROR
                && !records.isEmpty()
                && records.getFirst().getType() == Type.SOA;
    }

    private Optional<Message> ask(InetAddress address, String name, int type, boolean recursive) {
        try (Wire wire = reach.open(address, port)) {
            Message query =
                    Message.newQuery(
                            Record.newRecord(Name.fromString(name, Name.root), type, DClass.IN));
            if (!recursive) {
                query.getHeader().unsetFlag(Flags.RD);
            }
            byte[] bytes = query.toWire();
            byte[] sent = new byte[bytes.length + 2];
            sent[0] = (byte) (bytes.length >> 8);
            sent[1] = (byte) bytes.length;
            System.arraycopy(bytes, 0, sent, 2, bytes.length);
            wire.write(sent);
            byte[] head = wire.exactly(2);
            return Optional.of(new Message(wire.exactly((head[0] & 0xff) << 8 | head[1] & 0xff)));
        } catch (IOException e) {
            // Refused, closed or silent: this server says nothing to us, which is no finding.
            return Optional.empty();
        }
    }
}
