package org.hoshimori.probe.run;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.hoshimori.probe.Endpoint;
import org.hoshimori.probe.Observation;
import org.hoshimori.probe.Octets;
import org.hoshimori.probe.Outcome;
import org.hoshimori.probe.Protocol;
import org.hoshimori.probe.Sight;
import org.hoshimori.probe.Target;
import org.hoshimori.probe.dns.Dns;
import org.hoshimori.probe.dns.DnssecCheck;
import org.hoshimori.probe.dns.DomainCheck;
import org.hoshimori.probe.dns.DomainChecks;
import org.hoshimori.probe.dns.ServersCheck;
import org.hoshimori.probe.http.HttpExchange;
import org.hoshimori.probe.http.MtaStsCheck;
import org.hoshimori.probe.http.WebCheck;
import org.hoshimori.probe.mail.MailChecks;
import org.hoshimori.probe.mail.MxCheck;
import org.hoshimori.probe.network.Ipv6Check;
import org.hoshimori.probe.network.Listening;
import org.hoshimori.probe.network.RdpCheck;
import org.hoshimori.probe.network.SmbCheck;
import org.hoshimori.probe.network.SshCheck;
import org.hoshimori.probe.network.VncCheck;
import org.hoshimori.probe.reach.Reach;
import org.hoshimori.probe.tls.CertificateCheck;
import org.hoshimori.probe.tls.DaneCheck;
import org.hoshimori.probe.tls.RevocationLists;
import org.hoshimori.probe.tls.TlsCheck;

/// All looks at one target, side by side, within a bound.
final class TargetLook {

    private static final String TARGET = "probe.target";
    private static final int MOST_EXCHANGERS = 4;

    private final Settings settings;
    private final Reach reach;
    private final Dns dns;
    private final Target target;
    private final TlsCheck tls;
    private final WebCheck web;
    private final HttpExchange exchange;
    private final List<Observation> observations = Collections.synchronizedList(new ArrayList<>());
    private final Set<Outcome> unfinished = ConcurrentHashMap.newKeySet();

    TargetLook(
            Settings settings,
            Reach reach,
            Dns dns,
            Optional<RevocationLists> lists,
            Target target) {
        this.settings = settings;
        this.reach = reach;
        this.dns = dns;
        this.target = target;
        this.exchange = new HttpExchange(reach, dns);
        this.tls =
                new TlsCheck(
                        reach,
                        new CertificateCheck(settings.authorities(), lists, settings.clock()));
        this.web = new WebCheck(exchange, settings.clock());
    }

    List<Observation> run() {
        Optional<String> refused = reach.guard().refuses(target.host());
        if (refused.isPresent()) {
            return List.of(refusal(refused.get()));
        }
        List<Callable<Void>> looks = new ArrayList<>();
        if (target.wholeDomain()) {
            domain(looks);
        }
        looks.add(look(this::endpoints));
        together(looks);
        return List.copyOf(observations);
    }

    /// Runs looks side by side. One that takes too long is cut off and one that breaks is our own
    /// fault; both are said and neither touches the others.
    void together(List<Callable<Void>> looks) {
        try (ExecutorService threads = reach.threads()) {
            for (Future<Void> look :
                    threads.invokeAll(looks, settings.most().toMillis(), TimeUnit.MILLISECONDS)) {
                switch (look.state()) {
                    case CANCELLED -> unfinished(new Outcome.TimedOut(settings.most().toMillis()));
                    case FAILED ->
                            unfinished(
                                    new Outcome.Inconclusive(
                                            "the probe itself failed: " + look.exceptionNow()));
                    case RUNNING, SUCCESS -> {}
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Looks lie within looks, and one time is up for all: it is said once.
    private void unfinished(Outcome outcome) {
        if (unfinished.add(outcome)) {
            observations.add(
                    observation(
                            new Sight(TARGET, "RFC 9293", target.host(), outcome, List.of()),
                            settings.clock().instant(),
                            0));
        }
    }

    private static Callable<Void> look(Runnable work) {
        return () -> {
            work.run();
            return null;
        };
    }

    private void domain(List<Callable<Void>> looks) {
        List<DomainCheck> checks =
                new ArrayList<>(DomainChecks.all(settings.anchors(), settings.clock()));
        checks.addAll(MailChecks.all());
        for (DomainCheck check : checks) {
            looks.add(look(() -> keep(() -> List.of(check.look(target.host(), dns)))));
        }
        looks.add(
                look(() ->
                        keep(() ->
                                List.of(
                                        new MtaStsCheck(
                                                        exchange,
                                                        withoutLists(),
                                                        dns,
                                                        settings.port(Protocol.HTTPS))
                                                .look(target.host())))));
        looks.add(
                look(() ->
                        keep(() ->
                                List.of(
                                        new ServersCheck(reach, settings.port(Protocol.DNS))
                                                .look(target.host(), dns)))));
        looks.add(look(this::exchangers));
    }

    /// Senders of mail ask for a path, a name and dates (RFC 8461, section 3.3).
    private CertificateCheck withoutLists() {
        return new CertificateCheck(settings.authorities(), Optional.empty(), settings.clock());
    }

    private void exchangers() {
        List<String> hosts = MxCheck.hosts(target.host(), dns);
        List<Callable<Void>> looks = new ArrayList<>();
        for (String host : hosts.stream().limit(MOST_EXCHANGERS).toList()) {
            looks.add(look(() -> exchanger(host)));
        }
        together(looks);
    }

    private void exchanger(String host) {
        List<InetAddress> addresses = dns.addresses(host);
        if (addresses.isEmpty() || reach.guard().refuses(host).isPresent()) {
            return;
        }
        Endpoint endpoint =
                new Endpoint(
                        host, addresses.getFirst(), settings.port(Protocol.SMTP), Protocol.SMTP);
        List<Octets> chain = new ArrayList<>();
        keep(() -> {
            TlsCheck.Look look = tls.look(endpoint);
            chain.addAll(look.chain());
            return look.sights();
        });
        DnssecCheck dnssec = new DnssecCheck(settings.anchors(), settings.clock());
        keep(() -> List.of(new DaneCheck(dns, dnssec).look(endpoint, chain)));
    }

    private void endpoints() {
        List<InetAddress> addresses =
                Reach.literal(target.host())
                        .map(List::of)
                        .orElseGet(() -> dns.addresses(target.host()));
        if (addresses.isEmpty()) {
            keep(() ->
                    List.of(
                            new Sight(
                                    "net.address",
                                    "RFC 1035",
                                    target.host(),
                                    dns.ask(target.host(), org.xbill.DNS.Type.A)
                                                    instanceof
                                                    org.hoshimori.probe.dns.Answer.Failed failed
                                            ? org.hoshimori.probe.dns.Unsettled.by(failed)
                                            : new Outcome.Absent(),
                                    List.of())));
            return;
        }
        InetAddress address = addresses.getFirst();
        Optional<String> refused = reach.guard().refuses(address);
        if (refused.isPresent()) {
            observations.add(refusal(refused.get()));
            return;
        }
        if (Reach.literal(target.host()).isEmpty()) {
            keep(() -> List.of(new Ipv6Check(reach).look(target.host(), addresses, web())));
        }
        if (!settings.reputation().feeds().isEmpty()) {
            keep(() -> List.of(settings.reputation().look(target.host(), address)));
        }
        if (target.port().isPresent() || target.service().isPresent()) {
            Protocol service = target.service().orElse(Protocol.UNKNOWN);
            int port = target.port().orElse(service.port());
            Protocol usual = service == Protocol.UNKNOWN ? Protocol.usually(port) : service;
            one(new Endpoint(target.host(), address, port, usual), target.service().isPresent());
            return;
        }
        new Ports(settings, reach, target, address, this).look();
    }

    /// The ports on which both kinds of addresses are compared.
    private List<Integer> web() {
        if (target.port().isPresent() || target.service().isPresent()) {
            return List.of(target.port().orElse(target.service().orElse(Protocol.HTTPS).port()));
        }
        return List.of(settings.port(Protocol.HTTPS), settings.port(Protocol.HTTP));
    }

    /// Looks at one port: listens, then asks what its service can be asked.
    void one(Endpoint endpoint, boolean sure) {
        Protocol[] service = {endpoint.service()};
        keep(() -> {
            Listening.Heard heard = new Listening(reach).listen(endpoint);
            if (!sure) {
                service[0] = heard.service();
            }
            if (!heard.sight().outcome().settled()) {
                service[0] = Protocol.UNKNOWN;
            }
            return List.of(heard.sight());
        });
        known(endpoint.as(service[0]));
    }

    /// The checks of a service that is known to answer.
    private void known(Endpoint endpoint) {
        List<Callable<Void>> looks = new ArrayList<>();
        if (endpoint.service().secured()) {
            looks.add(look(() -> keep(() -> tls.look(endpoint).sights())));
        }
        if (endpoint.service() == Protocol.HTTP || endpoint.service() == Protocol.HTTPS) {
            looks.add(look(() -> keep(() -> web.look(endpoint))));
        }
        switch (endpoint.service()) {
            case SSH ->
                    looks.add(look(() -> keep(() -> List.of(new SshCheck(reach).look(endpoint)))));
            case RDP ->
                    looks.add(look(() -> keep(() -> List.of(new RdpCheck(reach).look(endpoint)))));
            case SMB ->
                    looks.add(look(() -> keep(() -> List.of(new SmbCheck(reach).look(endpoint)))));
            case VNC ->
                    looks.add(look(() -> keep(() -> List.of(new VncCheck(reach).look(endpoint)))));
            default -> {}
        }
        together(looks);
    }

    private Observation refusal(String why) {
        return observation(
                new Sight(TARGET, "RFC 6890", target.host(), new Outcome.Refused(why), List.of()),
                settings.clock().instant(),
                0);
    }

    void keep(Supplier<List<Sight>> look) {
        Instant began = settings.clock().instant();
        long start = System.nanoTime();
        List<Sight> sights = look.get();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        for (Sight sight : sights) {
            observations.add(observation(sight, began, millis));
        }
    }

    private Observation observation(Sight sight, Instant began, long millis) {
        return new Observation(
                sight.check(),
                sight.standard(),
                target.given(),
                sight.asset(),
                began,
                millis,
                settings.vantage(),
                sight.outcome(),
                sight.proof());
    }
}
