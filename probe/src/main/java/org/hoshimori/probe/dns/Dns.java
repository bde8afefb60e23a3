package org.hoshimori.probe.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hoshimori.probe.Octets;
import org.hoshimori.probe.Proof;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/// Asks one recursive resolver and remembers the answers for one run, so that every check sees the
/// same ones.
public final class Dns {

    private static final int MOST_ALIASES = 8;
    private static final int MOST_REMEMBERED = 100_000;

    private final Upstream upstream;
    private final Map<String, Answer> remembered = new ConcurrentHashMap<>();

    public Dns(Resolver resolver) {
        this(new Upstream(resolver));
    }

    public Dns(Upstream upstream) {
        this.upstream = upstream;
    }

    Resolver upstream() throws IOException {
        return upstream.resolver();
    }

    /// Asks, once for each name and type.
    public Answer ask(String name, int type) {
        String key = Type.string(type) + " " + name.toLowerCase(java.util.Locale.ROOT);
        Answer known = remembered.get(key);
        if (known != null) {
            return known;
        }
        Answer answer;
        try {
            answer = ask(absolute(name), type);
        } catch (TextParseException e) {
            answer = new Answer.Failed("not a domain name: " + name, false);
        }
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.put(key, answer);
        }
        return answer;
    }

    /// Whether this is a name that can be asked for (RFC 1035 lengths).
    public static boolean valid(String name) {
        try {
            absolute(name);
            return true;
        } catch (TextParseException e) {
            return false;
        }
    }

    private static Name absolute(String name) throws TextParseException {
        return Name.fromString(name, Name.root);
    }

    private Answer ask(Name name, int type) {
        Answer.Failed failure = new Answer.Failed("no answer", true);
        for (int attempt = 0; attempt < 2; attempt++) {
            try {
                return read(
                        upstream().send(Message.newQuery(Record.newRecord(name, type, DClass.IN))),
                        name,
                        type);
            } catch (IOException e) {
                boolean late =
                        e instanceof java.net.SocketTimeoutException
                                || String.valueOf(e.getMessage()).contains("imed out");
                failure =
                        new Answer.Failed(
                                late
                                        ? "the resolver did not answer in time"
                                        : String.valueOf(e.getMessage()),
                                late);
            }
        }
        return failure;
    }

    static Answer read(Message message, Name asked, int type) {
        int code = message.getHeader().getRcode();
        if (code != Rcode.NOERROR && code != Rcode.NXDOMAIN) {
            return new Answer.Failed("the resolver answered " + Rcode.string(code), false);
        }
        Octets wire = Octets.of(message.toWire());
        List<String> aliases = new ArrayList<>();
        Name name = asked;
        for (int hop = 0; hop <= MOST_ALIASES; hop++) {
            Name current = name;
            List<Record> here =
                    message.getSection(Section.ANSWER).stream()
                            .filter(record -> record.getName().equals(current))
                            .toList();
            List<Record> wanted =
                    here.stream()
                            .filter(record -> record.getType() == type)
                            .sorted(Comparator.comparing(Record::rdataToString))
                            .toList();
            if (!wanted.isEmpty()) {
                return new Answer.Found(wanted, aliases, wire);
            }
            Optional<CNAMERecord> alias =
                    here.stream()
                            .filter(CNAMERecord.class::isInstance)
                            .map(CNAMERecord.class::cast)
                            .findFirst();
            if (alias.isEmpty()) {
                return code == Rcode.NXDOMAIN
                        ? new Answer.NoName(List.copyOf(aliases), wire)
                        : new Answer.NoRecords(List.copyOf(aliases), wire);
            }
            name = alias.get().getTarget();
            aliases.add(name.toString(true));
        }
        return new Answer.Failed("more than " + MOST_ALIASES + " aliases", false);
    }

    /// The addresses of a name, IPv4 first; empty when it has none or they cannot be had. Names of
    /// one's own machine are never asked for (RFC 6761, section 6.3).
    public List<InetAddress> addresses(String name) {
        if (Names.within(name, "localhost")) {
            return List.of(InetAddress.getLoopbackAddress());
        }
        List<InetAddress> addresses = new ArrayList<>();
        ask(name, Type.A).all().forEach(record -> addresses.add(((ARecord) record).getAddress()));
        ask(name, Type.AAAA)
                .all()
                .forEach(record -> addresses.add(((AAAARecord) record).getAddress()));
        return List.copyOf(addresses);
    }

    /// Each TXT record with its pieces joined, as every mail standard reads them.
    public static List<String> texts(Answer answer) {
        return answer.all().stream()
                .map(record -> {
                    StringBuilder text = new StringBuilder();
                    for (byte[] piece : ((TXTRecord) record).getStringsAsByteArrays()) {
                        text.append(
                                new String(piece, java.nio.charset.StandardCharsets.ISO_8859_1));
                    }
                    return text.toString();
                })
                .toList();
    }

    /// The message as proof, when there is one.
    public static List<Proof> proof(String label, Answer answer) {
        return switch (answer) {
            case Answer.Found(var _, var _, Octets message) ->
                    List.of(Proof.of("dns", label, message.toArray()));
            case Answer.NoRecords(var _, Octets message) ->
                    List.of(Proof.of("dns", label, message.toArray()));
            case Answer.NoName(var _, Octets message) ->
                    List.of(Proof.of("dns", label, message.toArray()));
            case Answer.Failed _ -> List.of();
        };
    }
}
