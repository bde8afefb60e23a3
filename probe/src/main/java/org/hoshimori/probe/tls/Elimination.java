package org.hoshimori.probe.tls;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.hoshimori.probe.Malformed;

/// All that a server offers in one version: what it chose is taken away until it refuses.
///
/// One answer names suite, group and signature, so all three are taken away at once. A refusal then
/// may be for any of them; each is asked for alone, with all of the others, until that is refused
/// too. What is found is therefore the same as if each had been asked for alone from the beginning.
final class Elimination {

    private final Asker asker;
    private final ClientHello hello;
    private final List<List<Integer>> parts;
    private final Version version;

    private final List<Suite> suites = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final Set<Integer> signatures = new LinkedHashSet<>();
    private final Set<Integer> primes = new TreeSet<>();

    private final List<Integer> groupsLeft = new ArrayList<>(Group.codes());
    private final List<Integer> signaturesLeft = new ArrayList<>(Signature.codes());

    /// @param hello as it was answered first, with everything
    /// @param parts the suites, in as few lists as the server reads
    Elimination(Asker asker, ClientHello hello, List<List<Integer>> parts) {
        this.asker = asker;
        this.hello = hello;
        this.parts = parts;
        this.version = hello.version();
    }

    /// In the order in which they were chosen.
    List<Suite> suites() {
        return List.copyOf(suites);
    }

    /// In the order in which they were chosen.
    List<Group> groups() {
        return List.copyOf(groups);
    }

    /// What the key exchange is signed with, where that is told: in TLS 1.2.
    List<Integer> signatures() {
        return List.copyOf(signatures);
    }

    /// Sizes of the primes of finite field exchanges.
    Set<Integer> primes() {
        return Set.copyOf(primes);
    }

    /// @param first what the server chose of everything
    void run(Reply.Chosen first) throws IOException, Malformed {
        List<List<Integer>> left = new ArrayList<>();
        parts.forEach(part -> left.add(new ArrayList<>(part)));
        left.forEach(part -> part.remove((Integer) first.suite().code()));
        note(first);
        if (left.size() == 1) {
            allAtOnce(left.getFirst());
        }
        List<Callable<List<Reply.Chosen>>> questions = new ArrayList<>();
        left.forEach(part -> questions.add(() -> suites(part)));
        questions.add(() -> {
            exchange();
            return List.of();
        });
        asker.together(questions).forEach(found -> found.forEach(this::note));
    }

    /// What one answer tells.
    private void note(Reply.Chosen chosen) {
        suites.add(chosen.suite());
        noteGroup(chosen);
        noteSignature(chosen);
        if (chosen.primeBits() > 0) {
            primes.add(chosen.primeBits());
        }
    }

    /// @return whether it was new
    private boolean noteGroup(Reply.Chosen chosen) {
        Optional<Group> group = chosen.group();
        return group.isPresent()
                && groupsLeft.remove((Integer) group.get().code())
                && groups.add(group.get());
    }

    /// @return whether it was new
    private boolean noteSignature(Reply.Chosen chosen) {
        return signaturesLeft.remove((Integer) chosen.signature())
                && signatures.add(chosen.signature());
    }

    private void allAtOnce(List<Integer> left) throws IOException, Malformed {
        while (!left.isEmpty() && !groupsLeft.isEmpty() && !signaturesLeft.isEmpty()) {
            Optional<Reply.Chosen> chosen = asker.choose(remaining().with(left), true);
            // A server that chooses what was not offered would never end.
            if (chosen.isEmpty() || !left.remove((Integer) chosen.get().suite().code())) {
                return;
            }
            note(chosen.get());
        }
    }

    private ClientHello remaining() {
        return hello.groups(List.copyOf(groupsLeft)).signatures(List.copyOf(signaturesLeft));
    }

    /// Only suites are taken away.
    private List<Reply.Chosen> suites(List<Integer> left) throws IOException, Malformed {
        List<Reply.Chosen> found = new ArrayList<>();
        while (!left.isEmpty()) {
            // The whole flight names the prime; only finite field suites need it.
            boolean whole = left.stream().anyMatch(code -> Suites.of(code).finiteField());
            Optional<Reply.Chosen> chosen = asker.choose(hello.with(left), whole);
            if (chosen.isEmpty() || !left.remove((Integer) chosen.get().suite().code())) {
                break;
            }
            found.add(chosen.get());
        }
        return found;
    }

    /// Groups and signatures, first together and then each alone.
    private void exchange() throws IOException, Malformed {
        if (version == Version.SSL3) {
            return;
        }
        boolean signed = version == Version.TLS12;
        if (signed) {
            ClientHello both = asking(suite -> suite.elliptic() && suite.signed());
            while (!groupsLeft.isEmpty() && !signaturesLeft.isEmpty()) {
                Optional<Reply.Chosen> chosen = asker.choose(remaining().with(both.suites()), true);
                boolean news =
                        chosen.filter(this::noteGroup).isPresent()
                                | chosen.filter(this::noteSignature).isPresent();
                if (!news) {
                    break;
                }
            }
        }
        asker.together(
                List.<Callable<Void>>of(
                        this::groupsAlone, signed ? this::signaturesAlone : () -> null));
    }

    private Void groupsAlone() throws IOException, Malformed {
        ClientHello asked = asking(suite -> version == Version.TLS13 || suite.elliptic());
        while (!groupsLeft.isEmpty()
                && asker.choose(asked.groups(List.copyOf(groupsLeft)), true)
                        .filter(this::noteGroup)
                        .isPresent()) {
            // The next one.
        }
        return null;
    }

    private Void signaturesAlone() throws IOException, Malformed {
        ClientHello asked = asking(Suite::signed);
        while (!signaturesLeft.isEmpty()
                && asker.choose(asked.signatures(List.copyOf(signaturesLeft)), true)
                        .filter(this::noteSignature)
                        .isPresent()) {
            // The next one.
        }
        return null;
    }

    private ClientHello asking(Predicate<Suite> which) {
        return hello.with(
                parts.stream()
                        .flatMap(List::stream)
                        .filter(code -> which.test(Suites.of(code)))
                        .limit(parts.getFirst().size())
                        .toList());
    }
}
