package org.hoshimori.probe.mail;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.Outcome;
import org.hoshimori.probe.Proof;
import org.hoshimori.probe.Sight;
import org.hoshimori.probe.dns.Answer;
import org.hoshimori.probe.dns.Dns;
import org.hoshimori.probe.dns.DomainCheck;
import org.hoshimori.probe.dns.Names;
import org.hoshimori.probe.dns.Unsettled;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Type;

/// The domain's SPF record and everything it pulls in, walked to its end as for a sender whom
/// nothing matches: that is the worst case the limits of RFC 7208, section 4.6.4, are about.
final class SpfCheck implements DomainCheck {

    private static final int DEEPEST = 20;

    @Override
    public String id() {
        return "mail.spf";
    }

    @Override
    public String standard() {
        return "RFC 7208";
    }

    @Override
    public Sight look(String domain, Dns dns) {
        Answer answer = dns.ask(domain, Type.TXT);
        if (answer instanceof Answer.Failed failed) {
            return new Sight(id(), standard(), domain, Unsettled.by(failed), List.of());
        }
        List<String> records = Dns.texts(answer).stream().filter(SpfRecord::claims).toList();
        if (records.isEmpty()) {
            return new Sight(
                    id(), standard(), domain, new Outcome.Absent(), Dns.proof(domain, answer));
        }
        Walk walk = new Walk(dns);
        walk.proof.addAll(Dns.proof(domain, answer));
        String all = "none";
        if (records.size() > 1) {
            walk.fault("more than one record");
        } else {
            all = walk.record(domain, records.getFirst(), 0);
        }
        if (walk.failure != null) {
            return new Sight(id(), standard(), domain, Unsettled.by(walk.failure), walk.proof);
        }
        if (walk.lookups > SpfEvaluation.MOST_LOOKUPS) {
            walk.fault("more than ten terms that ask (" + walk.lookups + ")");
        }
        if (walk.voids > SpfEvaluation.MOST_VOIDS) {
            walk.fault("more than two questions without an answer (" + walk.voids + ")");
        }
        return Sight.seen(
                id(),
                standard(),
                domain,
                Facts.write()
                        .put("record", records.getFirst())
                        .put("records", records.size())
                        .put("valid", walk.faults.isEmpty())
                        .put("faults", walk.faults)
                        .put("lookups", walk.lookups)
                        .put("voids", walk.voids)
                        .put("all", all)
                        .put("ptr", walk.pointer)
                        .put("includes", walk.seen)
                        .done(),
                walk.proof);
    }

    /// What the walk has met so far.
    private static final class Walk {
        private final Dns dns;
        private final List<Proof> proof = new ArrayList<>();
        private final List<String> faults = new ArrayList<>();
        private final Set<String> seen = new java.util.TreeSet<>();
        private final Set<String> open = new HashSet<>();
        private int lookups;
        private int voids;
        private boolean pointer;
        private Answer.@org.jspecify.annotations.Nullable Failed failure;

        Walk(Dns dns) {
            this.dns = dns;
        }

        void fault(String fault) {
            if (faults.size() < DEEPEST && !faults.contains(fault)) {
                faults.add(fault);
            }
        }

        /// Walks one record; gives what happens to everybody else.
        String record(String domain, String text, int depth) {
            if (depth > DEEPEST
                    || lookups > 10 * SpfEvaluation.MOST_LOOKUPS
                    || !open.add(Names.plain(domain))) {
                fault("includes itself: " + domain);
                return "none";
            }
            SpfRecord record;
            try {
                record = SpfRecord.parse(text);
            } catch (Malformed e) {
                fault(domain + ": column " + e.column() + ": " + e.problem());
                return "none";
            }
            for (SpfTerm term : record.terms()) {
                if (term instanceof SpfTerm.Mechanism mechanism && mechanism.asks()) {
                    lookups++;
                    mechanism(mechanism, domain, depth);
                }
                if (term instanceof SpfTerm.All) {
                    break;
                }
            }
            String all =
                    record.forAll()
                            .map(qualifier -> qualifier.name().toLowerCase(Locale.ROOT))
                            .orElse("");
            if (all.isEmpty() && record.redirect().isPresent()) {
                lookups++;
                all = follow("redirect", record.redirect().get().domain(), depth);
            }
            open.remove(Names.plain(domain));
            return all.isEmpty() ? "none" : all;
        }

        private void mechanism(SpfTerm.Mechanism mechanism, String domain, int depth) {
            String name = mechanism.named().orElse(domain);
            if (mechanism instanceof SpfTerm.Pointer) {
                pointer = true;
            }
            // A name made of macros depends on the sender: nothing can be said about it here.
            if (name.contains("%")) {
                return;
            }
            switch (mechanism) {
                case SpfTerm.Include _ -> follow("include", name, depth);
                case SpfTerm.Host _ -> host(name);
                case SpfTerm.Exists _ -> voidIfEmpty(dns.ask(name, Type.A));
                case SpfTerm.Exchanger _ -> exchangers(name);
                case SpfTerm.Pointer _, SpfTerm.All _, SpfTerm.Ip _ -> {}
            }
        }

        private void host(String name) {
            Answer four = dns.ask(name, Type.A);
            if (four instanceof Answer.Found || dns.ask(name, Type.AAAA).all().isEmpty()) {
                voidIfEmpty(four);
            }
        }

        private void exchangers(String name) {
            Answer answer = dns.ask(name, Type.MX);
            voidIfEmpty(answer);
            long real = answer.all().stream().filter(r -> r instanceof MXRecord).count();
            if (real > SpfEvaluation.MOST_NAMES) {
                fault("more than ten exchangers at " + name);
            }
        }

        private void voidIfEmpty(Answer answer) {
            switch (answer) {
                case Answer.Failed failed -> failure = failed;
                case Answer.NoName _, Answer.NoRecords _ -> voids++;
                case Answer.Found _ -> {}
            }
        }

        private String follow(String how, String name, int depth) {
            if (name.contains("%")) {
                return "none";
            }
            seen.add(name);
            Answer answer = dns.ask(name, Type.TXT);
            if (answer instanceof Answer.Failed failed) {
                failure = failed;
                return "none";
            }
            List<String> records = Dns.texts(answer).stream().filter(SpfRecord::claims).toList();
            if (records.size() != 1) {
                fault(how + " of " + name + ", which has " + records.size() + " records");
                return "none";
            }
            if (proof.size() < DEEPEST) {
                proof.addAll(Dns.proof(name, answer));
            }
            return record(name, records.getFirst(), depth + 1);
        }
    }
}
