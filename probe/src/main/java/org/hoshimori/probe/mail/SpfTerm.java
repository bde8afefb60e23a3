package org.hoshimori.probe.mail;

import java.net.InetAddress;
import java.util.Optional;

/// One term of an SPF record (RFC 7208, section 4.6.1), after its syntax was checked.
sealed interface SpfTerm {

    /// What a match of a mechanism means.
    enum Qualifier {
        PASS,
        FAIL,
        SOFTFAIL,
        NEUTRAL
    }

    /// A mechanism with the result of its match.
    sealed interface Mechanism extends SpfTerm {
        Qualifier qualifier();

        /// Whether it counts towards the ten questions (section 4.6.4).
        default boolean asks() {
            return !(this instanceof All || this instanceof Ip);
        }
    }

    record All(Qualifier qualifier) implements Mechanism {}

    record Include(Qualifier qualifier, String domain) implements Mechanism {}

    /// @param domain empty for the current one
    /// @param bits4 prefix length for IPv4, 0 to 32
    /// @param bits6 prefix length for IPv6, 0 to 128
    record Host(Qualifier qualifier, String domain, int bits4, int bits6) implements Mechanism {}

    /// As [Host], by the domain's mail exchangers.
    record Exchanger(Qualifier qualifier, String domain, int bits4, int bits6)
            implements Mechanism {}

    record Pointer(Qualifier qualifier, String domain) implements Mechanism {}

    record Ip(Qualifier qualifier, InetAddress address, int bits) implements Mechanism {}

    record Exists(Qualifier qualifier, String domain) implements Mechanism {}

    record Redirect(String domain) implements SpfTerm {}

    record Explanation(String domain) implements SpfTerm {}

    /// A modifier that this standard does not know; it is ignored.
    record Unknown(String name) implements SpfTerm {}

    /// The domain that a term names, if it names one.
    default Optional<String> named() {
        String domain =
                switch (this) {
                    case Include(var _, String d) -> d;
                    case Host(var _, String d, var _, var _) -> d;
                    case Exchanger(var _, String d, var _, var _) -> d;
                    case Pointer(var _, String d) -> d;
                    case Exists(var _, String d) -> d;
                    case Redirect(String d) -> d;
                    case Explanation(String d) -> d;
                    case All _, Ip _, Unknown _ -> "";
                };
        return domain.isEmpty() ? Optional.empty() : Optional.of(domain);
    }
}
