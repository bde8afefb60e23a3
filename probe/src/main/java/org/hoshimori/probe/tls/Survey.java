package org.hoshimori.probe.tls;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.hoshimori.probe.Endpoint;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.Octets;
import org.hoshimori.probe.Sight;
import org.hoshimori.probe.reach.Reach;

/// Everything one endpoint offers, found by asking with less and less until it refuses.
final class Survey {

    /// The most suites in one hello; some old servers read no more.
    private static final int MOST_SUITES = 120;

    private static final int MOST_STEPS = 400;

    private final Asker asker;
    private final Optional<String> name;

    /// The first answer for each version that is offered.
    final Map<Version, Reply.Chosen> first = new EnumMap<>(Version.class);

    /// What is offered for each version, in the order in which it was chosen.
    final Map<Version, List<Suite>> suites = new EnumMap<>(Version.class);

    final Map<Version, List<Group>> groups = new EnumMap<>(Version.class);

    /// What the key exchange of TLS 1.2 is signed with, in the order in which it was chosen.
    final List<Integer> signatures = new ArrayList<>();

    final Set<Integer> primes = new java.util.TreeSet<>();
    boolean ssl2;
    boolean compresses;
    boolean serverPrefers;
    Optional<Boolean> refusesFallback = Optional.empty();
    Optional<String> protocol = Optional.empty();
    Optional<Octets> foreign = Optional.empty();
    Optional<Sight> sessions = Optional.empty();

    private final Reach reach;
    private final Endpoint endpoint;

    Survey(Reach reach, Endpoint endpoint) {
        this.reach = reach;
        this.endpoint = endpoint;
        this.asker = new Asker(reach, endpoint);
        this.name = endpoint.named() ? Optional.of(endpoint.host()) : Optional.empty();
    }

    /// Asks everything.
    void run() throws IOException, Malformed {
        versions();
        if (first.isEmpty() && !ssl2) {
            return;
        }
        List<Callable<Void>> questions = new ArrayList<>();
        for (Version version : first.keySet()) {
            questions.add(() -> suites(version));
            questions.add(() -> groups(version));
        }
        questions.add(this::signatures);
        questions.add(this::compression);
        questions.add(this::fallback);
        questions.add(this::protocol);
        questions.add(this::sessions);
        Together.all(questions);
        preference();
    }

    /// The first question is asked alone: of a host that never answers, one connection is held and
    /// not six.
    private void versions() throws IOException, Malformed {
        offered(Version.TLS12).ifPresent(chosen -> first.put(Version.TLS12, chosen));
        if (foreign.isPresent()) {
            return;
        }
        List<Version> others = List.of(Version.SSL3, Version.TLS10, Version.TLS11, Version.TLS13);
        List<Callable<Void>> questions = new ArrayList<>();
        for (Version version : others) {
            questions.add(() -> {
                Optional<Reply.Chosen> chosen = offered(version);
                synchronized (first) {
                    chosen.ifPresent(found -> first.put(version, found));
                }
                return null;
            });
        }
        questions.add(() -> {
            ssl2 = asker.answersSsl2();
            return null;
        });
        Together.all(questions);
    }

    private Optional<Reply.Chosen> offered(Version version) throws IOException, Malformed {
        for (List<Integer> part : parts(version)) {
            Optional<Reply.Chosen> chosen = choose(ClientHello.of(version, part, name), true);
            if (chosen.isPresent()) {
                return chosen;
            }
        }
        return Optional.empty();
    }

    private Optional<Reply.Chosen> choose(ClientHello hello, boolean whole)
            throws IOException, Malformed {
        return switch (asker.ask(hello, whole)) {
            case Reply.Chosen chosen when chosen.version() == hello.version() ->
                    Optional.of(chosen);
            case Reply.Foreign(Octets bytes) -> {
                foreign = Optional.of(bytes);
                yield Optional.empty();
            }
            case Reply.Chosen _, Reply.Alert _, Reply.Closed _ -> Optional.empty();
        };
    }

    private static List<List<Integer>> parts(Version version) {
        if (version == Version.TLS13) {
            return List.of(Suites.modern());
        }
        List<Integer> all = Suites.older();
        List<List<Integer>> parts = new ArrayList<>();
        for (int at = 0; at < all.size(); at += MOST_SUITES) {
            parts.add(all.subList(at, Math.min(all.size(), at + MOST_SUITES)));
        }
        return parts;
    }

    private Void suites(Version version) throws IOException, Malformed {
        List<Callable<List<Suite>>> questions = new ArrayList<>();
        for (List<Integer> part : parts(version)) {
            questions.add(() -> eliminate(version, part));
        }
        List<Suite> offered = new ArrayList<>();
        Together.all(questions).forEach(offered::addAll);
        synchronized (suites) {
            suites.put(version, offered);
        }
        return null;
    }

    /// Takes away what the server chose, until it chooses nothing more.
    private List<Suite> eliminate(Version version, List<Integer> part)
            throws IOException, Malformed {
        List<Integer> left = new ArrayList<>(part);
        List<Suite> offered = new ArrayList<>();
        for (int step = 0; step < MOST_STEPS && !left.isEmpty(); step++) {
            // The whole flight names the prime; only finite field suites need it.
            boolean whole = left.stream().anyMatch(code -> Suites.of(code).finiteField());
            Optional<Reply.Chosen> chosen = choose(ClientHello.of(version, left, name), whole);
            // A server that chooses what was not offered would never end.
            if (chosen.isEmpty() || !left.remove((Integer) chosen.get().suite().code())) {
                break;
            }
            offered.add(chosen.get().suite());
            if (chosen.get().primeBits() > 0) {
                synchronized (primes) {
                    primes.add(chosen.get().primeBits());
                }
            }
        }
        return offered;
    }

    private Void groups(Version version) throws IOException, Malformed {
        if (version == Version.SSL3) {
            return null;
        }
        List<Integer> suites =
                version == Version.TLS13
                        ? Suites.modern()
                        : Suites.older().stream()
                                .filter(code -> Suites.of(code).elliptic())
                                .limit(MOST_SUITES)
                                .toList();
        List<Integer> left = new ArrayList<>(Group.codes());
        Set<Group> offered = new LinkedHashSet<>();
        while (!left.isEmpty()) {
            Optional<Reply.Chosen> chosen =
                    choose(ClientHello.of(version, suites, name).groups(left), true);
            Optional<Group> group = chosen.flatMap(Reply.Chosen::group);
            if (group.isEmpty() || !left.remove((Integer) group.get().code())) {
                break;
            }
            offered.add(group.get());
        }
        synchronized (groups) {
            groups.put(version, List.copyOf(offered));
        }
        return null;
    }

    private Void sessions() {
        if (first.containsKey(Version.TLS12) || first.containsKey(Version.TLS13)) {
            sessions = Optional.of(new SessionCheck(reach).look(endpoint));
        }
        return null;
    }

    private Void signatures() throws IOException, Malformed {
        if (!first.containsKey(Version.TLS12)) {
            return null;
        }
        List<Integer> suites =
                Suites.older().stream()
                        .filter(code -> Suites.of(code).signed())
                        .limit(MOST_SUITES)
                        .toList();
        List<Integer> left = new ArrayList<>(Signature.codes());
        while (!left.isEmpty()) {
            Optional<Reply.Chosen> chosen =
                    choose(ClientHello.of(Version.TLS12, suites, name).signatures(left), true);
            // A server that signs with what was not offered would never end.
            if (chosen.isEmpty() || !left.remove((Integer) chosen.get().signature())) {
                break;
            }
            signatures.add(chosen.get().signature());
        }
        return null;
    }

    private Optional<Version> older() {
        return first.keySet().stream()
                .filter(version -> version != Version.TLS13 && version != Version.SSL3)
                .reduce((_, last) -> last);
    }

    private Void compression() throws IOException, Malformed {
        if (older().isPresent()) {
            compresses =
                    choose(hello(older().get()).compressions(List.of(1, 0)), false)
                            .filter(chosen -> chosen.compression() != 0)
                            .isPresent();
        }
        return null;
    }

    private ClientHello hello(Version version) {
        return ClientHello.of(version, parts(version).getFirst(), name);
    }

    /// A lower try than the server can do must be refused (RFC 7507).
    private Void fallback() throws IOException, Malformed {
        List<Version> offered = List.copyOf(first.keySet());
        if (offered.size() > 1) {
            Version lower = offered.get(offered.size() - 2);
            if (lower != Version.SSL3) {
                refusesFallback =
                        Optional.of(
                                asker.ask(hello(lower).asFallback(), false)
                                                instanceof Reply.Alert(var _, int code)
                                        && code == 86);
            }
        }
        return null;
    }

    private Void protocol() throws IOException, Malformed {
        if (older().isPresent()) {
            protocol =
                    choose(hello(older().get()).protocols(List.of("h2", "http/1.1")), false)
                            .map(chosen -> chosen.extensions().get(16))
                            .filter(java.util.Objects::nonNull)
                            .map(Octets::latin)
                            .filter(text -> text.length() > 3)
                            .map(text -> text.substring(3));
        }
        return null;
    }

    /// Two orders, one choice: then it is the server that chooses.
    private void preference() throws IOException, Malformed {
        Optional<Version> version =
                suites.entrySet().stream()
                        .filter(entry -> entry.getValue().size() > 1)
                        .map(Map.Entry::getKey)
                        .filter(found -> found != Version.TLS13)
                        .reduce((_, last) -> last);
        if (version.isEmpty()) {
            serverPrefers = true;
            return;
        }
        List<Integer> codes =
                new ArrayList<>(
                        suites.getOrDefault(version.get(), List.of()).stream()
                                .map(Suite::code)
                                .toList());
        List<Optional<Reply.Chosen>> choices =
                Together.all(
                        List.of(
                                () -> choose(hello(version.get()).with(codes), false),
                                () -> choose(hello(version.get()).with(codes.reversed()), false)));
        serverPrefers =
                choices.getFirst()
                        .map(Reply.Chosen::suite)
                        .equals(choices.getLast().map(Reply.Chosen::suite));
    }
}
