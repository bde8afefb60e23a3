package org.hoshimori.probe.fleet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Answers questions from records held in memory, as a recursive resolver would.
public final class Zone {

    private final Map<Name, List<Record>> records = new HashMap<>();
    private final Map<Name, Integer> failing = new HashMap<>();
    private final Set<Name> silent = new HashSet<>();
    private final Set<Name> handing = new HashSet<>();
    private final Set<Name> lame = new HashSet<>();

    public void add(Record record) {
        records.computeIfAbsent(record.getName(), _ -> new ArrayList<>()).add(record);
    }

    /// Adds records written as in a zone file, one a line.
    public Zone add(String lines) {
        lines.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> {
                    String[] parts = line.split("\\s+", 3);
                    try {
                        add(
                                Record.fromString(
                                        Name.fromString(parts[0], Name.root),
                                        Type.value(parts[1]),
                                        1,
                                        300,
                                        parts[2],
                                        Name.root));
                    } catch (java.io.IOException e) {
                        throw new IllegalArgumentException(line, e);
                    }
                });
        return this;
    }

    public List<Record> at(Name name) {
        return records.getOrDefault(name, List.of());
    }

    public Set<Name> names() {
        return records.keySet();
    }

    /// Strangers get this zone whole.
    public void handsOver(Name apex) {
        handing.add(apex);
    }

    /// This zone is delegated here, but not known.
    public void forgets(Name apex) {
        lame.add(apex);
    }

    private Message direct(Message answer, Name apex, int type) {
        if (type != Type.AXFR || !handing.contains(apex)) {
            answer.getHeader().unsetFlag(Flags.AA);
            answer.getHeader().setRcode(Rcode.REFUSED);
            return answer;
        }
        List<Record> own = at(apex).stream().filter(r -> r.getType() == Type.SOA).toList();
        own.forEach(record -> answer.addRecord(record, Section.ANSWER));
        records.forEach((name, all) -> {
            if (name.subdomain(apex)) {
                all.stream()
                        .filter(record -> record.getType() != Type.SOA)
                        .forEach(record -> answer.addRecord(record, Section.ANSWER));
            }
        });
        return answer;
    }

    /// Questions for this name are answered with this code.
    public void fails(Name name, int code) {
        failing.put(name, code);
    }

    /// Questions for this name are never answered, but for types that it has.
    public void ignores(Name name) {
        silent.add(name);
    }

    boolean silent(Message query) {
        Name name = query.getQuestion().getName();
        return silent.contains(name)
                && at(name).stream()
                        .noneMatch(record -> record.getType() == query.getQuestion().getType());
    }

    public Message answer(Message query) {
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        // Asked without a wish for recursion it answers as the zone's own server.
        boolean recursive = query.getHeader().getFlag(Flags.RD);
        answer.getHeader().setFlag(recursive ? Flags.RA : Flags.AA);
        if (recursive) {
            answer.getHeader().setFlag(Flags.RD);
        }
        Record question = query.getQuestion();
        answer.addRecord(question, Section.QUESTION);
        Name name = question.getName();
        if (question.getType() == Type.AXFR || !recursive && lame.contains(name)) {
            return direct(answer, name, question.getType());
        }
        Integer code = failing.get(name);
        if (code != null) {
            answer.getHeader().setRcode(code);
            return answer;
        }
        for (int hop = 0; hop < 8; hop++) {
            List<Record> here = at(name);
            if (here.isEmpty()) {
                Name missing = name;
                boolean above =
                        records.keySet().stream().anyMatch(other -> other.subdomain(missing));
                if (!above) {
                    answer.getHeader().setRcode(Rcode.NXDOMAIN);
                }
                return answer;
            }
            Name next = null;
            for (Record record : here) {
                boolean covers =
                        record instanceof RRSIGRecord signature
                                && signature.getTypeCovered() == question.getType();
                if (record.getType() == question.getType()
                        || record.getType() == Type.CNAME
                        || covers) {
                    answer.addRecord(record, Section.ANSWER);
                }
                if (record instanceof CNAMERecord alias && question.getType() != Type.CNAME) {
                    next = alias.getTarget();
                }
            }
            if (next == null) {
                return answer;
            }
            name = next;
        }
        return answer;
    }
}
