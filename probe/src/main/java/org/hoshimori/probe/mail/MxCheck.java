package org.hoshimori.probe.mail;

import java.util.ArrayList;
import java.util.List;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Outcome;
import org.hoshimori.probe.Sight;
import org.hoshimori.probe.dns.Answer;
import org.hoshimori.probe.dns.Dns;
import org.hoshimori.probe.dns.DomainCheck;
import org.hoshimori.probe.dns.Names;
import org.hoshimori.probe.dns.Unsettled;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Type;

/// Where the domain takes its mail, or that it takes none (null MX, RFC 7505).
public final class MxCheck implements DomainCheck {

    @Override
    public String id() {
        return "mail.mx";
    }

    @Override
    public String standard() {
        return "RFC 5321";
    }

    @Override
    public Sight look(String domain, Dns dns) {
        Answer answer = dns.ask(domain, Type.MX);
        Outcome outcome =
                switch (answer) {
                    case Answer.Failed failed -> Unsettled.by(failed);
                    case Answer.NoName _, Answer.NoRecords _ -> new Outcome.Absent();
                    case Answer.Found found ->
                            new Outcome.Seen(
                                    Facts.write()
                                            .put("exchangers", hosts(found))
                                            .put("null_mx", hosts(found).isEmpty())
                                            .put("aliases", aliases(found, dns))
                                            .done());
                };
        return new Sight(id(), standard(), domain, outcome, Dns.proof(domain, answer));
    }

    /// Exchangers that are other names of something, which they must not be (RFC 2181, 10.3).
    private static List<String> aliases(Answer.Found found, Dns dns) {
        return hosts(found).stream()
                .filter(host -> !dns.ask(host, Type.A).aliases().isEmpty())
                .toList();
    }

    /// The exchangers of a domain, most preferred first; none when it takes no mail.
    public static List<String> hosts(String domain, Dns dns) {
        return hosts(dns.ask(domain, Type.MX));
    }

    private static List<String> hosts(Answer answer) {
        List<MXRecord> records = new ArrayList<>();
        answer.all().forEach(record -> records.add((MXRecord) record));
        records.sort(
                java.util.Comparator.comparingInt(MXRecord::getPriority)
                        .thenComparing(record -> record.getTarget().toString()));
        return records.stream()
                .map(record -> Names.plain(record.getTarget().toString(true)))
                .filter(host -> !host.isEmpty() && !host.equals("."))
                .distinct()
                .toList();
    }
}
