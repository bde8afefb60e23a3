package org.hoshimori.probe.dns;

import java.util.List;
import org.hoshimori.probe.Octets;
import org.xbill.DNS.Record;

/// What came back for one name and type. A failure says nothing about the name.
public sealed interface Answer {

    /// Records of the type asked for, at the end of any aliases, in canonical order.
    ///
    /// @param aliases the names on the way, when there were any
    record Found(List<Record> records, List<String> aliases, Octets message) implements Answer {
        public Found {
            records = List.copyOf(records);
            aliases = List.copyOf(aliases);
        }
    }

    /// The name exists, but not with this type.
    record NoRecords(List<String> aliases, Octets message) implements Answer {}

    /// The name does not exist (NXDOMAIN).
    record NoName(List<String> aliases, Octets message) implements Answer {}

    record Failed(String reason, boolean timedOut) implements Answer {}

    /// The names on the way, when there were any.
    default List<String> aliases() {
        return List.of();
    }

    /// The records, or none.
    default List<Record> all() {
        return this instanceof Found(List<Record> records, var _, var _) ? records : List.of();
    }
}
