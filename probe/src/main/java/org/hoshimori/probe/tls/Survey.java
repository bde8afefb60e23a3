package org.hoshimori.probe.tls;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.hoshimori.probe.Endpoint;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.Octets;
import org.hoshimori.probe.reach.Reach;

/// Everything one endpoint offers, with as few questions as tell it.
final class Survey {

    /// The most suites in one hello for a server that reads no more, as some old ones.
    private static final int FEW_SUITES = 120;

    private final Asker asker;
    private final Optional<String> name;

    /// The first answer for each version that is offered.
    final Map<Version, Reply.Chosen> first = new EnumMap<>(Version.class);

    /// Versions of which a hello with all suites was accepted.
    private final Set<Version> readsAll = EnumSet.noneOf(Version.class);

    /// What is offered for each version, in the order in which it was chosen.
    final Map<Version, List<Suite>> suites = new EnumMap<>(Version.class);

    final Map<Version, List<Group>> groups = new EnumMap<>(Version.class);

    /// What the key exchange of TLS 1.2 is signed with, in the order in which it was chosen.
    final List<Integer> signatures = new ArrayList<>();

    final Set<Integer> primes = new TreeSet<>();
    boolean ssl2;
    boolean compresses;
    boolean serverPrefers;
    Optional<Boolean> refusesFallback = Optional.empty();
    Optional<String> protocol = Optional.empty();
    Optional<SessionCheck.Look> sessions = Optional.empty();

    private final Reach reach;
    private final Endpoint endpoint;

    Survey(Reach reach, Endpoint endpoint) {
        this.reach = reach;
        this.endpoint = endpoint;
        this.asker = new Asker(reach, endpoint);
        this.name = endpoint.named() ? Optional.of(endpoint.host()) : Optional.empty();
    }

    /// What came that is no TLS, if anything did.
    Optional<Octets> foreign() {
        return asker.foreign();
    }

    /// Asks everything.
    void run() throws IOException, Malformed {
        versions();
        if (first.isEmpty() && !ssl2) {
            return;
        }
        List<Callable<Void>> questions = new ArrayList<>();
        first.forEach((version, chosen) -> questions.add(() -> eliminate(version, chosen)));
        questions.add(this::fallback);
        if (sessions.isEmpty() && first.containsKey(Version.TLS13)) {
            questions.add(this::sessions);
        }
        Together.all(reach, questions);
        manners();
    }

    /// The first question is asked alone: of a host that never answers, one connection is held and
    /// not six.
    private void versions() throws IOException, Malformed {
        offered(Version.TLS12);
        if (foreign().isPresent()) {
            return;
        }
        List<Callable<Void>> questions = new ArrayList<>();
        for (Version version : List.of(Version.SSL3, Version.TLS10, Version.TLS11, Version.TLS13)) {
            questions.add(() -> offered(version));
        }
        questions.add(() -> {
            ssl2 = asker.answersSsl2();
            return null;
        });
        if (first.containsKey(Version.TLS12)) {
            // Whole handshakes take longest, so they begin as soon as one is known to succeed.
            questions.add(this::sessions);
        }
        Together.all(reach, questions);
    }

    /// All suites in one hello; if they are refused, that may be for their number.
    private Void offered(Version version) throws IOException, Malformed {
        Optional<Reply.Chosen> chosen = asker.choose(hello(version), true);
        boolean all = chosen.isPresent();
        if (!all && version != Version.TLS13 && !readsAll(Version.TLS12)) {
            for (List<Integer> part : parts(version)) {
                if (chosen.isEmpty() && (version != Version.TLS12 || foreign().isEmpty())) {
                    chosen = asker.choose(ClientHello.of(version, part, name), true);
                }
            }
        }
        Optional<Reply.Chosen> found = chosen;
        synchronized (first) {
            found.ifPresent(choice -> first.put(version, choice));
            if (all) {
                readsAll.add(version);
            }
        }
        return null;
    }

    private boolean readsAll(Version version) {
        synchronized (first) {
            return readsAll.contains(version);
        }
    }

    private List<List<Integer>> parts(Version version) {
        if (version == Version.TLS13) {
            return List.of(Suites.modern());
        }
        List<Integer> all = Suites.older();
        if (readsAll(version)) {
            return List.of(all);
        }
        List<List<Integer>> parts = new ArrayList<>();
        for (int at = 0; at < all.size(); at += FEW_SUITES) {
            parts.add(all.subList(at, Math.min(all.size(), at + FEW_SUITES)));
        }
        return parts;
    }

    /// With all suites that it reads.
    private ClientHello hello(Version version) {
        return ClientHello.of(
                version, version == Version.TLS13 ? Suites.modern() : Suites.older(), name);
    }

    private Void eliminate(Version version, Reply.Chosen chosen) throws IOException, Malformed {
        List<List<Integer>> parts = parts(version);
        Elimination found = new Elimination(asker, hello(version).with(parts.getFirst()), parts);
        found.run(chosen);
        synchronized (first) {
            suites.put(version, found.suites());
            if (version != Version.SSL3) {
                groups.put(version, found.groups());
            }
            if (version == Version.TLS12) {
                signatures.addAll(found.signatures());
            }
            primes.addAll(found.primes());
        }
        return null;
    }

    private Void sessions() {
        sessions = Optional.of(new SessionCheck(reach).look(endpoint));
        return null;
    }

    /// A lower try than the server can do must be refused (RFC 7507).
    private Void fallback() throws IOException, Malformed {
        List<Version> offered = List.copyOf(first.keySet());
        if (offered.size() > 1) {
            Version lower = offered.get(offered.size() - 2);
            if (lower != Version.SSL3) {
                refusesFallback =
                        Optional.of(
                                asker.ask(usual(lower).asFallback(), false)
                                                instanceof Reply.Alert(var _, int code)
                                        && code == 86);
            }
        }
        return null;
    }

    private ClientHello usual(Version version) {
        return hello(version).with(parts(version).getFirst());
    }

    /// Compression, application protocol, and who chooses the suite. Most servers tell all three at
    /// once; one that refuses is asked for each alone.
    private void manners() throws IOException, Malformed {
        Optional<Version> older =
                first.keySet().stream()
                        .filter(version -> version != Version.TLS13 && version != Version.SSL3)
                        .reduce((_, last) -> last);
        Optional<Version> choosing =
                suites.entrySet().stream()
                        .filter(entry -> entry.getValue().size() > 1)
                        .map(Map.Entry::getKey)
                        .filter(found -> found != Version.TLS13)
                        .reduce((_, last) -> last);
        serverPrefers = choosing.isEmpty();
        if (older.isPresent()
                && readsAll(older.get())
                && (choosing.isEmpty() || choosing.equals(older))) {
            Optional<Reply.Chosen> chosen =
                    asker.choose(
                            compressing(
                                    protocols(
                                            choosing.map(this::backwards)
                                                    .orElse(usual(older.get())))),
                            false);
            if (chosen.isPresent()) {
                compresses = chosen.get().compression() != 0;
                protocol = protocol(chosen.get());
                serverPrefers |=
                        chosen.get().suite().code()
                                == suites.getOrDefault(older.get(), List.of()).getFirst().code();
                return;
            }
        }
        List<Callable<Void>> questions = new ArrayList<>();
        older.ifPresent(version -> {
            questions.add(() -> {
                compresses =
                        asker.choose(compressing(usual(version)), false)
                                .filter(chosen -> chosen.compression() != 0)
                                .isPresent();
                return null;
            });
            questions.add(() -> {
                protocol = asker.choose(protocols(usual(version)), false).flatMap(Survey::protocol);
                return null;
            });
        });
        choosing.ifPresent(version -> questions.add(() -> preference(version)));
        Together.all(reach, questions);
    }

    private static ClientHello compressing(ClientHello hello) {
        return hello.compressions(List.of(1, 0));
    }

    private static ClientHello protocols(ClientHello hello) {
        return hello.protocols(List.of("h2", "http/1.1"));
    }

    private static Optional<String> protocol(Reply.Chosen chosen) {
        return Optional.ofNullable(chosen.extensions().get(16))
                .map(Octets::latin)
                .filter(text -> text.length() > 3)
                .map(text -> text.substring(3));
    }

    /// What it chose of everything, now in the last place.
    private ClientHello backwards(Version version) {
        return usual(version).with(codes(version).reversed());
    }

    private List<Integer> codes(Version version) {
        return suites.getOrDefault(version, List.of()).stream().map(Suite::code).toList();
    }

    /// Two orders, one choice: then it is the server that chooses.
    private Void preference(Version version) throws IOException, Malformed {
        List<Optional<Integer>> choices =
                Together.all(
                        reach,
                        List.of(
                                () -> choice(usual(version).with(codes(version))),
                                () -> choice(backwards(version))));
        serverPrefers = choices.getFirst().equals(choices.getLast());
        return null;
    }

    /// The code point of the suite: comparing whole suites costs more at a first start.
    private Optional<Integer> choice(ClientHello hello) throws IOException, Malformed {
        return asker.choose(hello, false).map(chosen -> chosen.suite().code());
    }
}
