package org.hoshimori.probe.tls;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.hoshimori.probe.Endpoint;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.Octets;
import org.hoshimori.probe.Outcome;
import org.hoshimori.probe.Proof;
import org.hoshimori.probe.Sight;
import org.hoshimori.probe.reach.Reach;
import org.hoshimori.probe.reach.Refusal;

/// Versions, suites, groups and certificate of one endpoint.
public final class TlsCheck {

    private static final String VERSIONS = "tls.versions";
    private static final String SUITES = "tls.suites";
    private static final String GROUPS = "tls.groups";
    private static final String SIGNATURES = "tls.signatures";
    private static final String STANDARD = "RFC 9325";
    private static final int SECURE_RENEGOTIATION = 0xff01;

    private final Reach reach;
    private final CertificateCheck certificates;

    public TlsCheck(Reach reach, CertificateCheck certificates) {
        this.reach = reach;
        this.certificates = certificates;
    }

    /// What one look at an endpoint gave: the sights, and the chain it presents for DANE.
    public record Look(List<Sight> sights, List<Octets> chain) {}

    /// A ClientHello that any TLS server answers, to tell whether there is one.
    public static byte[] greeting() {
        return ClientHello.of(Version.TLS12, Suites.older().subList(0, 60), Optional.empty())
                .encode();
    }

    public Look look(Endpoint endpoint) {
        String asset = endpoint.asset();
        Survey survey = new Survey(reach, endpoint);
        try {
            survey.run();
        } catch (StartTls.NotOffered e) {
            return new Look(
                    List.of(
                            new Sight(
                                    "tls.starttls",
                                    "RFC 3207",
                                    asset,
                                    new Outcome.Absent(),
                                    List.of(Proof.text("answer", String.valueOf(e.getMessage()))))),
                    List.of());
        } catch (IOException | Malformed e) {
            return new Look(unknown(asset, outcome(e, reach.millis())), List.of());
        }
        if (survey.first.isEmpty() && !survey.ssl2) {
            Outcome outcome =
                    survey.foreign().isPresent()
                            ? new Outcome.Inconclusive("what answers there is not TLS")
                            : new Outcome.Inconclusive("the server accepted none of our hellos");
            return new Look(unknown(asset, outcome), List.of());
        }
        List<Sight> sights = new ArrayList<>();
        List<Proof> proof =
                survey.first.entrySet().stream()
                        .map(e ->
                                Proof.of(
                                        "tls",
                                        "ServerHello " + e.getKey().word(),
                                        e.getValue().raw().toArray()))
                        .toList();
        if (endpoint.service().upgrades()) {
            sights.add(
                    Sight.seen(
                            "tls.starttls",
                            "RFC 3207",
                            asset,
                            Facts.write().put("service", endpoint.service().word()).done(),
                            proof));
        }
        sights.add(Sight.seen(VERSIONS, "RFC 8996", asset, versions(survey), proof));
        sights.add(Sight.seen(SUITES, STANDARD, asset, suites(survey), List.of()));
        sights.add(Sight.seen(GROUPS, STANDARD, asset, groups(survey), List.of()));
        if (!survey.signatures.isEmpty()) {
            sights.add(Sight.seen(SIGNATURES, "RFC 9155", asset, signatures(survey), List.of()));
        }
        survey.sessions.map(SessionCheck.Look::sight).ifPresent(sights::add);
        List<Octets> chain =
                survey.first.values().stream()
                        .map(Reply.Chosen::chain)
                        .filter(found -> !found.isEmpty())
                        .reduce((_, last) -> last)
                        .orElse(List.of());
        if (chain.isEmpty()) {
            chain = survey.sessions.map(SessionCheck.Look::chain).orElse(chain);
        }
        if (chain.isEmpty()) {
            // TLS 1.3 encrypts the certificate: a real handshake shows it.
            try {
                chain = new TlsClient(reach).chain(endpoint);
            } catch (IOException e) {
                sights.add(certificates.unknown(endpoint, outcome(e, reach.millis())));
            }
        }
        if (!chain.isEmpty()) {
            sights.addAll(certificates.look(endpoint, chain));
        }
        return new Look(sights, chain);
    }

    private static List<Sight> unknown(String asset, Outcome outcome) {
        return List.of(
                new Sight(VERSIONS, "RFC 8996", asset, outcome, List.of()),
                new Sight(SUITES, STANDARD, asset, outcome, List.of()),
                new Sight(GROUPS, STANDARD, asset, outcome, List.of()),
                new Sight(
                        CertificateCheck.ID, CertificateCheck.STANDARD, asset, outcome, List.of()));
    }

    /// What a failure to connect or to understand means.
    public static Outcome outcome(Exception e, long millis) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return switch (e) {
            case Refusal _ -> new Outcome.Refused(message);
            case ConnectException _ ->
                    message.contains("imed out")
                            ? new Outcome.TimedOut(millis)
                            : new Outcome.Refused("connection refused");
            case SocketTimeoutException _ -> new Outcome.TimedOut(millis);
            default -> new Outcome.Inconclusive(message);
        };
    }

    private static Facts versions(Survey survey) {
        List<String> offered = new ArrayList<>();
        if (survey.ssl2) {
            offered.add(Version.SSL2.word());
        }
        survey.first.keySet().forEach(version -> offered.add(version.word()));
        Collection<Reply.Chosen> older =
                survey.first.entrySet().stream()
                        .filter(e -> e.getKey() != Version.TLS13 && e.getKey() != Version.SSL3)
                        .map(Map.Entry::getValue)
                        .toList();
        Facts.Writer facts =
                Facts.write()
                        .put("offered", offered)
                        .put("compression", survey.compresses)
                        .put("server_prefers", survey.serverPrefers);
        survey.refusesFallback.ifPresent(refuses -> facts.put("refuses_fallback", refuses));
        survey.protocol.ifPresent(protocol -> facts.put("alpn", protocol));
        if (!older.isEmpty()) {
            facts.put("secure_renegotiation", has(older, SECURE_RENEGOTIATION))
                    .put("extended_master_secret", has(older, 23))
                    .put("tickets", older.stream().anyMatch(c -> c.extensions().containsKey(35)))
                    .put("session_ids", older.stream().anyMatch(Reply.Chosen::sessionId))
                    .put("heartbeat", older.stream().anyMatch(c -> c.extensions().containsKey(15)))
                    .put("ocsp_stapling", older.stream().anyMatch(Reply.Chosen::stapled));
        }
        return facts.done();
    }

    private static boolean has(Collection<Reply.Chosen> all, int extension) {
        return all.stream().allMatch(chosen -> chosen.extensions().containsKey(extension));
    }

    private static Facts suites(Survey survey) {
        Facts.Writer facts = Facts.write();
        TreeSet<String> broken = new TreeSet<>();
        List<Suite> all = new ArrayList<>();
        survey.suites.forEach((version, suites) -> {
            facts.put(
                    version.word().toLowerCase(Locale.ROOT).replace('.', '_'),
                    suites.stream().map(Suite::name).toList());
            all.addAll(suites);
        });
        all.stream().filter(Suite::broken).map(Suite::name).forEach(broken::add);
        boolean oldChained =
                survey.suites.getOrDefault(Version.SSL3, List.of()).stream()
                        .anyMatch(Suite::chained);
        return facts.put("broken", broken)
                .put("count", all.stream().map(Suite::code).distinct().count())
                .put("anonymous", all.stream().anyMatch(Suite::anonymous))
                .put("unencrypted", all.stream().anyMatch(Suite::unencrypted))
                .put("export", all.stream().anyMatch(Suite::export))
                .put("rc4", all.stream().anyMatch(Suite::rc4))
                .put("small_block", all.stream().anyMatch(Suite::smallBlock))
                .put("static_rsa", all.stream().anyMatch(Suite::staticRsa))
                .put("poodle", oldChained)
                .put("forward_secrecy", all.stream().anyMatch(Suite::forwardSecret))
                .put("only_forward_secret", all.stream().allMatch(Suite::forwardSecret))
                .put("authenticated_encryption", all.stream().anyMatch(Suite::authenticated))
                .put("least_bits", all.stream().mapToInt(Suite::bits).min().orElse(0))
                .put("most_bits", all.stream().mapToInt(Suite::bits).max().orElse(0))
                .done();
    }

    private static Facts signatures(Survey survey) {
        return Facts.write()
                .put("signatures", survey.signatures.stream().map(Signature::name).toList())
                .put(
                        "weak",
                        survey.signatures.stream()
                                .filter(Signature::weak)
                                .map(Signature::name)
                                .toList())
                .done();
    }

    private static Facts groups(Survey survey) {
        TreeSet<String> names = new TreeSet<>();
        List<Group> all = new ArrayList<>();
        Facts.Writer facts = Facts.write();
        survey.groups.forEach((version, groups) -> {
            facts.put(
                    version.word().toLowerCase(Locale.ROOT).replace('.', '_'),
                    groups.stream().map(Group::name).toList());
            groups.forEach(group -> names.add(group.name()));
            all.addAll(groups);
        });
        facts.put("groups", names)
                .put("hybrid", all.stream().anyMatch(Group::hybrid))
                .put(
                        "weak",
                        all.stream()
                                .filter(Group::weak)
                                .map(Group::name)
                                .distinct()
                                .sorted()
                                .toList());
        Optional<Integer> smallest = survey.primes.stream().findFirst();
        smallest.ifPresent(bits -> facts.put("dh_bits", bits));
        return facts.done();
    }
}
