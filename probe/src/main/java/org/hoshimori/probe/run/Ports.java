package org.hoshimori.probe.run;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.hoshimori.probe.Endpoint;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Outcome;
import org.hoshimori.probe.Protocol;
import org.hoshimori.probe.Sight;
import org.hoshimori.probe.Target;
import org.hoshimori.probe.reach.Reach;
import org.hoshimori.probe.reach.Wire;

/// Which of the ports that matter answer on a host: one connection each, then a look at those that
/// do.
final class Ports {

    private static final int PATIENCE = 3000;

    private final Settings settings;
    private final Reach reach;
    private final Target target;
    private final InetAddress address;
    private final TargetLook look;
    private final Set<Integer> open = new TreeSet<>();
    private final Set<Integer> silent = new TreeSet<>();
    private final Set<Integer> closed = new TreeSet<>();

    Ports(Settings settings, Reach reach, Target target, InetAddress address, TargetLook look) {
        this.settings = settings;
        this.reach = reach;
        this.target = target;
        this.address = address;
        this.look = look;
    }

    void look() {
        List<Endpoint> endpoints = endpoints();
        look.keep(() -> {
            List<Callable<Void>> tries = new ArrayList<>();
            for (Endpoint endpoint : endpoints) {
                tries.add(() -> {
                    knock(endpoint);
                    return null;
                });
            }
            look.together(tries);
            return List.of(sight());
        });
        List<Callable<Void>> looks = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            if (open.contains(endpoint.port())) {
                boolean sure =
                        settings.ports().stream()
                                .anyMatch(p ->
                                        p.number() == endpoint.port()
                                                && p.service() != Protocol.UNKNOWN);
                looks.add(() -> {
                    look.one(endpoint, sure);
                    return null;
                });
            }
        }
        look.together(looks);
    }

    private List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        if (settings.ports().isEmpty()) {
            for (Protocol service : Protocol.values()) {
                if (service.port() != 0) {
                    endpoints.add(new Endpoint(target.host(), address, service.port(), service));
                }
            }
            return endpoints;
        }
        for (Settings.Port port : settings.ports()) {
            Protocol service =
                    port.service() == Protocol.UNKNOWN
                            ? Protocol.usually(port.number())
                            : port.service();
            endpoints.add(new Endpoint(target.host(), address, port.number(), service));
        }
        return endpoints;
    }

    private void knock(Endpoint endpoint) {
        Set<Integer> where;
        try (Wire _ = reach.open(address, endpoint.port(), PATIENCE)) {
            where = open;
        } catch (ConnectException e) {
            where = closed;
        } catch (IOException e) {
            where = silent;
        }
        synchronized (this) {
            where.add(endpoint.port());
        }
    }

    private Sight sight() {
        Outcome outcome =
                open.isEmpty() && closed.isEmpty()
                        ? new Outcome.TimedOut(PATIENCE)
                        : new Outcome.Seen(
                                Facts.write()
                                        .put("open", words(open))
                                        .put("closed", words(closed))
                                        .put("silent", words(silent))
                                        .put("address", address.getHostAddress())
                                        .done());
        return new Sight("net.ports", "RFC 9293", target.host(), outcome, List.of());
    }

    private static List<String> words(Set<Integer> ports) {
        return ports.stream().map(String::valueOf).toList();
    }
}
