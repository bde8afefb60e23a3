package org.hoshimori.probe.network;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.Proof;
import org.hoshimori.probe.Sight;
import org.hoshimori.probe.reach.AddressList;
import org.hoshimori.probe.reach.Reach;
import org.hoshimori.probe.reach.SpecialAddresses;

/// Whether a host stands on lists of senders of spam, malware and attacks. The lists are files that
/// the user has the right to use; nobody is asked.
public record Reputation(List<Feed> feeds) {

    public static final Reputation NONE = new Reputation(List.of());
    private static final Pattern NAME =
            Pattern.compile("(?i)([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");

    public Reputation {
        feeds = List.copyOf(feeds);
    }

    /// One list.
    ///
    /// @param name as observations name it
    public record Feed(String name, AddressList list) {

        /// Reads a list of one entry a line: a name, an address or a block, alone or as the first
        /// of other fields (as Spamhaus, abuse.ch and hosts files write them). `#` and `;` begin
        /// comments.
        ///
        /// @throws Malformed with the line that holds nothing of these
        public static Feed read(String name, String text) throws Malformed {
            List<String> entries = new ArrayList<>();
            int number = 0;
            for (String line : text.split("\r?\n")) {
                number++;
                String plain = line.replaceFirst("[#;].*", "").strip();
                Optional<String> entry = entry(plain);
                if (entry.isPresent()) {
                    entries.add(entry.get());
                } else if (!plain.isEmpty() && !(number == 1 && plain.contains(","))) {
                    throw new Malformed(number, 1, "no address, block or name in this line");
                }
            }
            return new Feed(name, new AddressList(entries));
        }

        private static Optional<String> entry(String line) {
            Optional<String> named = Optional.empty();
            for (String field : line.split("[\\s,|\"']+")) {
                String host = field.replaceFirst("^[a-z]+://", "").replaceFirst("(?<=\\D)/.*", "");
                String digits = field.replaceFirst("/\\d{1,3}$", "");
                Optional<InetAddress> address = Reach.literal(digits);
                // Hosts files send bad names to an address that leads nowhere.
                if (address.isPresent() && SpecialAddresses.why(address.get()).isEmpty()) {
                    return Optional.of(field);
                }
                if (named.isEmpty() && NAME.matcher(host).matches()) {
                    named = Optional.of(host);
                }
            }
            return named;
        }
    }

    /// What the lists say of a host. A block around the address is a weaker sign than the address.
    public Sight look(String host, InetAddress address) {
        List<String> listed = new ArrayList<>();
        boolean exactly = false;
        for (Feed feed : feeds) {
            boolean named = Reach.literal(host).isEmpty() && feed.list().holds(host);
            if (named || feed.list().holds(address)) {
                listed.add(feed.name());
                exactly |= named || feed.list().holdsExactly(address);
            }
        }
        return Sight.seen(
                "net.reputation",
                "RFC 5782",
                host,
                Facts.write()
                        .put("listed", listed)
                        .put("exactly", exactly)
                        .put("feeds", feeds.stream().map(Feed::name).toList())
                        .put("address", address.getHostAddress())
                        .done(),
                List.of(Proof.text("lists", String.join(", ", listed))));
    }
}
