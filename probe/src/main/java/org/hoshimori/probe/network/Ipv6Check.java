package org.hoshimori.probe.network;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Outcome;
import org.hoshimori.probe.Sight;
import org.hoshimori.probe.reach.Reach;
import org.hoshimori.probe.reach.Wire;
import org.hoshimori.probe.tls.TlsCheck;

/// Whether a name that has addresses of both kinds answers on both (RFC 6540). Only a refusal by
/// IPv6, where IPv4 answers, settles anything: where we stand there may be no IPv6 at all.
public final class Ipv6Check {

    private static final String ID = "net.ipv6";
    private static final String STANDARD = "RFC 6540";
    private static final int PATIENCE = 3000;

    private final Reach reach;

    public Ipv6Check(Reach reach) {
        this.reach = reach;
    }

    /// @param addresses all of the name
    /// @param ports those that matter
    public Sight look(String host, List<InetAddress> addresses, List<Integer> ports) {
        Optional<InetAddress> four = first(addresses, Inet4Address.class);
        Optional<InetAddress> six = first(addresses, Inet6Address.class);
        if (six.isEmpty()) {
            return sight(host, new Outcome.Absent());
        }
        List<String> answering = new ArrayList<>();
        List<String> refusing = new ArrayList<>();
        for (int port : ports) {
            Optional<Boolean> there = answers(six.get(), port);
            if (there.isPresent() && there.get()) {
                answering.add(String.valueOf(port));
            } else if (there.isPresent()
                    && four.flatMap(address -> answers(address, port)).orElse(false)) {
                refusing.add(String.valueOf(port));
            }
        }
        return sight(
                host,
                answering.isEmpty() && refusing.isEmpty()
                        ? new Outcome.Inconclusive("nothing answered by IPv6, and nothing refused")
                        : new Outcome.Seen(
                                Facts.write()
                                        .put("address", six.get().getHostAddress())
                                        .put("answers", answering)
                                        .put("refuses", refusing)
                                        .done()));
    }

    private static Sight sight(String host, Outcome outcome) {
        return new Sight(ID, STANDARD, host, outcome, List.of());
    }

    private static Optional<InetAddress> first(
            List<InetAddress> addresses, Class<? extends InetAddress> kind) {
        return addresses.stream().filter(kind::isInstance).findFirst();
    }

    /// Nothing when neither an answer nor a refusal came.
    private Optional<Boolean> answers(InetAddress address, int port) {
        try (Wire _ = reach.open(address, port, PATIENCE)) {
            return Optional.of(true);
        } catch (IOException e) {
            return TlsCheck.outcome(e, PATIENCE) instanceof Outcome.Refused(String why)
                            && why.equals("connection refused")
                    ? Optional.of(false)
                    : Optional.empty();
        }
    }
}
