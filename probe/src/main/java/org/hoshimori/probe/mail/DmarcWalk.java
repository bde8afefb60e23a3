package org.hoshimori.probe.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.Proof;
import org.hoshimori.probe.dns.Answer;
import org.hoshimori.probe.dns.Dns;
import org.hoshimori.probe.dns.Names;
import org.xbill.DNS.Type;

/// The tree walk of RFC 9989, section 4.10: from the domain upwards, at most eight questions.
///
/// @param records the usable record at each name, lowest first
/// @param walked every name asked
/// @param faults what was there but not usable
/// @param failure the question that could not be answered, which makes all of it unknown
record DmarcWalk(
        Map<String, DmarcRecord> records,
        List<String> walked,
        List<String> faults,
        Optional<Answer.Failed> failure) {

    private static final int MOST_LABELS = 8;

    static DmarcWalk from(String domain, Dns dns, List<Proof> proof) {
        Map<String, DmarcRecord> records = new LinkedHashMap<>();
        List<String> walked = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        String name = Names.plain(domain);
        while (!name.isEmpty()) {
            walked.add(name);
            Answer answer = dns.ask("_dmarc." + name, Type.TXT);
            if (answer instanceof Answer.Failed failed) {
                return new DmarcWalk(records, walked, faults, Optional.of(failed));
            }
            proof.addAll(Dns.proof("_dmarc." + name, answer));
            Optional<DmarcRecord> record = only(name, Dns.texts(answer), faults);
            if (record.isPresent()) {
                records.put(name, record.get());
                if (!record.get().psd().equals("u")) {
                    break;
                }
            }
            name = next(name, walked.size() == 1);
        }
        return new DmarcWalk(records, walked, faults, Optional.empty());
    }

    /// One label less; after the first question of a long name, only its last seven labels.
    private static String next(String name, boolean first) {
        String shorter = Names.parent(name);
        while (first && Names.labels(shorter) >= MOST_LABELS) {
            shorter = Names.parent(shorter);
        }
        return shorter;
    }

    private static Optional<DmarcRecord> only(
            String name, List<String> texts, List<String> faults) {
        List<String> claims = texts.stream().filter(DmarcRecord::claims).toList();
        if (claims.size() > 1) {
            faults.add("more than one record at _dmarc." + name);
            return Optional.empty();
        }
        if (claims.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(DmarcRecord.parse(claims.getFirst()));
        } catch (Malformed e) {
            faults.add("_dmarc." + name + ": column " + e.column() + ": " + e.problem());
            return Optional.empty();
        }
    }

    /// The organisational domain (section 4.10.2).
    String organisation(String domain) {
        String start = Names.plain(domain);
        for (Map.Entry<String, DmarcRecord> entry : records.entrySet()) {
            if (entry.getValue().psd().equals("n")) {
                return entry.getKey();
            }
            if (entry.getValue().psd().equals("y") && !entry.getKey().equals(start)) {
                String below = start;
                while (Names.labels(below) > Names.labels(entry.getKey()) + 1) {
                    below = Names.parent(below);
                }
                return below;
            }
        }
        return records.keySet().stream().reduce((_, last) -> last).orElse(start);
    }

    /// The record that applies (section 4.10.1): the domain's own, its organisation's, or the
    /// public suffix's.
    Optional<Map.Entry<String, DmarcRecord>> applied(String domain) {
        String start = Names.plain(domain);
        String organisation = organisation(domain);
        for (String name : List.of(start, organisation)) {
            DmarcRecord record = records.get(name);
            if (record != null) {
                return Optional.of(Map.entry(name, record));
            }
        }
        return records.entrySet().stream()
                .filter(entry -> entry.getValue().psd().equals("y"))
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .findFirst();
    }
}
