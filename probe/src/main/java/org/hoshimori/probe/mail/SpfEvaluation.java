package org.hoshimori.probe.mail;

import java.io.Serial;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.dns.Answer;
import org.hoshimori.probe.dns.Dns;
import org.hoshimori.probe.dns.Names;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.Type;

/// Whether a host may send mail for a domain: RFC 7208 with all its limits (ten questions, two void
/// ones, ten names of an exchanger or pointer).
final class SpfEvaluation {

    static final int MOST_LOOKUPS = 10;
    static final int MOST_VOIDS = 2;
    static final int MOST_NAMES = 10;

    private final Dns dns;
    private final InetAddress client;
    private final String sender;
    private final String helo;
    private int lookups;
    private int voids;
    private String explanation = "";

    private SpfEvaluation(Dns dns, InetAddress client, String sender, String helo) {
        this.dns = dns;
        this.client = client;
        this.sender = sender;
        this.helo = helo;
    }

    /// Evaluation ends here with an error.
    private static final class Stop extends Exception {
        @Serial private static final long serialVersionUID = 1L;
        private final SpfResult.Code code;

        Stop(SpfResult.Code code, String reason) {
            super(reason, null, false, false);
            this.code = code;
        }
    }

    /// @param mailFrom the envelope sender; when empty, `postmaster` at the HELO name
    static SpfResult evaluate(Dns dns, InetAddress client, String mailFrom, String helo) {
        String sender = mailFrom.isEmpty() ? "postmaster@" + helo : mailFrom;
        sender =
                sender.indexOf('@') < 0
                        ? "postmaster@" + sender
                        : sender.startsWith("@") ? "postmaster" + sender : sender;
        String domain = sender.substring(sender.lastIndexOf('@') + 1);
        SpfEvaluation evaluation = new SpfEvaluation(dns, client, sender, helo);
        try {
            SpfResult.Code code = evaluation.check(domain, true);
            return new SpfResult(code, code == SpfResult.Code.FAIL ? evaluation.explanation : "");
        } catch (Stop e) {
            return new SpfResult(e.code, String.valueOf(e.getMessage()));
        }
    }

    private SpfResult.Code check(String domain, boolean outermost) throws Stop {
        if (Names.labels(domain) < 2 || domain.startsWith(".") || !Dns.valid(domain)) {
            return SpfResult.Code.NONE;
        }
        Answer answer = dns.ask(domain, Type.TXT);
        settled(answer);
        List<String> records = Dns.texts(answer).stream().filter(SpfRecord::claims).toList();
        if (records.isEmpty()) {
            return SpfResult.Code.NONE;
        }
        if (records.size() > 1) {
            throw new Stop(SpfResult.Code.PERMERROR, "more than one record at " + domain);
        }
        SpfRecord record;
        try {
            record = SpfRecord.parse(records.getFirst());
        } catch (Malformed e) {
            throw new Stop(SpfResult.Code.PERMERROR, domain + ": " + e.problem());
        }
        for (SpfTerm term : record.terms()) {
            if (term instanceof SpfTerm.Mechanism mechanism && matches(mechanism, domain)) {
                return matched(mechanism.qualifier(), record, domain, outermost);
            }
        }
        if (record.redirect().isPresent()) {
            count();
            String next = macro(domain).name(record.redirect().get().domain());
            SpfResult.Code code = check(next, outermost);
            if (code == SpfResult.Code.NONE) {
                throw new Stop(
                        SpfResult.Code.PERMERROR, "redirect to " + next + ", which has no record");
            }
            return code;
        }
        return SpfResult.Code.NEUTRAL;
    }

    private SpfResult.Code matched(
            SpfTerm.Qualifier qualifier, SpfRecord record, String domain, boolean outermost) {
        if (qualifier == SpfTerm.Qualifier.FAIL && outermost) {
            explanation = explain(record, domain);
        }
        return switch (qualifier) {
            case PASS -> SpfResult.Code.PASS;
            case FAIL -> SpfResult.Code.FAIL;
            case SOFTFAIL -> SpfResult.Code.SOFTFAIL;
            case NEUTRAL -> SpfResult.Code.NEUTRAL;
        };
    }

    /// The owner's words; anything wrong with them means none (section 6.2).
    private String explain(SpfRecord record, String domain) {
        return record.terms().stream()
                .filter(SpfTerm.Explanation.class::isInstance)
                .map(term -> macro(domain).name(((SpfTerm.Explanation) term).domain()))
                .map(name ->
                        Dns.valid(name) ? Dns.texts(dns.ask(name, Type.TXT)) : List.<String>of())
                .filter(texts ->
                        texts.size() == 1 && texts.getFirst().chars().allMatch(c -> c < 0x80))
                .map(List::getFirst)
                .filter(SpfEvaluation::wellFormed)
                .map(text -> macro(domain).expand(text))
                .findFirst()
                .orElse("");
    }

    private static boolean wellFormed(String text) {
        return text.replaceAll("%(?:\\{[slodiphvcrtSLODIPHVCRT]\\d*[rR]?[.\\-+,/_=]*\\}|%|_|-)", "")
                        .indexOf('%')
                < 0;
    }

    private boolean matches(SpfTerm.Mechanism mechanism, String domain) throws Stop {
        if (mechanism.asks()) {
            count();
        }
        String name = mechanism.named().map(macro(domain)::name).orElse(domain);
        if (mechanism.asks() && !(mechanism instanceof SpfTerm.Include) && !Dns.valid(name)) {
            return false;
        }
        return switch (mechanism) {
            case SpfTerm.All _ -> true;
            case SpfTerm.Ip(var _, InetAddress address, int bits) -> within(address, bits, bits);
            case SpfTerm.Include _ -> include(name);
            case SpfTerm.Host(var _, var _, int four, int six) -> hosts(name, four, six, true);
            case SpfTerm.Exchanger(var _, var _, int four, int six) -> exchangers(name, four, six);
            case SpfTerm.Pointer _ -> pointer(name);
            case SpfTerm.Exists _ -> !counted(dns.ask(name, Type.A)).isEmpty();
        };
    }

    private boolean include(String name) throws Stop {
        return switch (check(name, false)) {
            case PASS -> true;
            case FAIL, SOFTFAIL, NEUTRAL -> false;
            case NONE ->
                    throw new Stop(
                            SpfResult.Code.PERMERROR,
                            "include of " + name + ", which has no record");
            case TEMPERROR, PERMERROR -> throw new IllegalStateException("errors are thrown");
        };
    }

    private boolean hosts(String name, int four, int six, boolean counts) throws Stop {
        boolean v4 = client.getAddress().length == 4;
        Answer answer = dns.ask(name, v4 ? Type.A : Type.AAAA);
        List<Record> records = counts ? counted(answer) : settled(answer);
        for (Record record : records) {
            InetAddress address =
                    record instanceof ARecord a
                            ? a.getAddress()
                            : ((AAAARecord) record).getAddress();
            if (within(address, four, six)) {
                return true;
            }
        }
        return false;
    }

    private boolean exchangers(String name, int four, int six) throws Stop {
        List<Record> records = counted(dns.ask(name, Type.MX));
        if (records.size() > MOST_NAMES) {
            throw new Stop(SpfResult.Code.PERMERROR, "more than ten exchangers at " + name);
        }
        for (Record record : records) {
            String host = ((MXRecord) record).getTarget().toString(true);
            if (Dns.valid(host) && hosts(host, four, six, false)) {
                return true;
            }
        }
        return false;
    }

    private boolean pointer(String name) throws Stop {
        Answer answer = pointers();
        if (!(answer instanceof Answer.Failed)) {
            counted(answer);
        }
        return validated(answer).stream().anyMatch(host -> Names.within(host, name));
    }

    private Answer pointers() {
        return dns.ask(ReverseMap.fromAddress(client).toString(true), Type.PTR);
    }

    /// The client's names that lead back to it; failures prove nothing.
    private List<String> validated(Answer pointers) {
        List<String> proven = new ArrayList<>();
        for (Record record : pointers.all().stream().limit(MOST_NAMES).toList()) {
            String host = ((PTRRecord) record).getTarget().toString(true);
            boolean v4 = client.getAddress().length == 4;
            for (Record address : dns.ask(host, v4 ? Type.A : Type.AAAA).all()) {
                InetAddress back =
                        address instanceof ARecord a
                                ? a.getAddress()
                                : ((AAAARecord) address).getAddress();
                if (back.equals(client)) {
                    proven.add(host);
                }
            }
        }
        return proven;
    }

    private SpfMacro macro(String domain) {
        return new SpfMacro(
                sender,
                domain,
                client,
                helo,
                () -> {
                    List<String> names = validated(pointers());
                    Optional<String> exact =
                            names.stream()
                                    .filter(n -> Names.plain(n).equals(Names.plain(domain)))
                                    .findFirst();
                    return exact.or(() ->
                                    names.stream().filter(n -> Names.within(n, domain)).findFirst())
                            .or(() -> names.stream().findFirst())
                            .orElse("unknown");
                });
    }

    private void count() throws Stop {
        if (++lookups > MOST_LOOKUPS) {
            throw new Stop(SpfResult.Code.PERMERROR, "more than ten terms that ask");
        }
    }

    private List<Record> counted(Answer answer) throws Stop {
        List<Record> records = settled(answer);
        if (records.isEmpty() && ++voids > MOST_VOIDS) {
            throw new Stop(SpfResult.Code.PERMERROR, "more than two questions without an answer");
        }
        return records;
    }

    private static List<Record> settled(Answer answer) throws Stop {
        if (answer instanceof Answer.Failed(String reason, var _)) {
            throw new Stop(SpfResult.Code.TEMPERROR, reason);
        }
        return answer.all();
    }

    private boolean within(InetAddress address, int four, int six) {
        byte[] here = client.getAddress();
        byte[] there = address.getAddress();
        if (here.length != there.length) {
            return false;
        }
        int bits = here.length == 4 ? four : six;
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((here[bit / 8] & mask) != (there[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
