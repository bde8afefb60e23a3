package org.hoshimori.rules.crosswalk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hoshimori.rules.Answer;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.Crosswalk;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Mapping;
import org.hoshimori.rules.Relation;

/// The door: what answered schemes suggest for one that is wanted.
///
/// Met carries over in full only along relations in which the source asks no less (equal,
/// superset); one subset or intersection on the way leaves part of it. Not met carries over only
/// where the source asks no more (equal, subset): who fails the smaller fails the larger. Not
/// applicable, unknown and unanswered never carry over. A criterion that was answered gets no
/// suggestion.
public final class Credits {
    /// Longer paths say less than they seem to.
    private static final int LONGEST = 3;

    private record Node(Crosswalk.End edition, String id) {}

    private record Edge(Node to, Relation relation, int strength, String rule) {}

    private final Map<Node, List<Edge>> edges = new HashMap<>();

    public Credits(List<Crosswalk> crosswalks) {
        for (Crosswalk crosswalk : crosswalks) {
            if (crosswalk.source().scheme().equals(crosswalk.target().scheme())) {
                // From edition to edition answers move (ADR 0025). As a step on the way to another
                // scheme it would lead round to what our own relations do not say.
                continue;
            }
            for (Mapping map : crosswalk.maps()) {
                Node source = new Node(crosswalk.source(), map.source());
                Node target = new Node(crosswalk.target(), map.target());
                edge(source, target, map.relation(), map.strength(), crosswalk.rule());
                edge(target, source, map.relation().inverse(), map.strength(), crosswalk.rule());
            }
        }
    }

    private void edge(Node from, Node to, Relation relation, int strength, String rule) {
        edges.computeIfAbsent(from, _ -> new ArrayList<>())
                .add(new Edge(to, relation, strength, rule));
    }

    /// At most one suggestion for each criterion, the best; in the order of the ids.
    ///
    /// @param answered answers by edition; those of `wanted` itself are what is answered already
    public List<Suggestion> suggest(Map<Edition, Answers> answered, Edition wanted) {
        Map<String, Suggestion> best = new TreeMap<>();
        Answers already = answered.getOrDefault(wanted, Answers.of(Map.of()));
        Crosswalk.End end = end(wanted);
        answered.forEach((edition, answers) -> {
            if (!edition.equals(wanted)) {
                answers.byCriterion()
                        .forEach((id, answer) ->
                                follow(new Node(end(edition), id), answer, end, best));
            }
        });
        return best.values().stream()
                .filter(suggestion -> already.to(suggestion.target()).isEmpty())
                .toList();
    }

    /// Everything whose answer has something to say about `criterion`, the nearest first: each by
    /// its shortest path, of equal ones by the strongest.
    public List<Approach> approaches(Edition wanted, String criterion) {
        Map<Node, Approach> found = new LinkedHashMap<>();
        Node target = new Node(end(wanted), criterion);
        List<Map.Entry<Node, List<Suggestion.Hop>>> ring =
                List.of(Map.entry(target, List.<Suggestion.Hop>of()));
        for (int length = 1; length <= LONGEST; length++) {
            Map<Node, Approach> here = new LinkedHashMap<>();
            for (Map.Entry<Node, List<Suggestion.Hop>> at : ring) {
                for (Edge edge : edges.getOrDefault(at.getKey(), List.of())) {
                    // A way through the edition itself would be a detour.
                    if (found.containsKey(edge.to) || edge.to.edition.equals(target.edition)) {
                        continue;
                    }
                    List<Suggestion.Hop> path = new ArrayList<>();
                    path.add(
                            new Suggestion.Hop(
                                    edge.to.edition.scheme(),
                                    edge.to.id,
                                    edge.relation.inverse(),
                                    edge.strength,
                                    edge.rule));
                    path.addAll(at.getValue());
                    here.merge(
                            edge.to,
                            new Approach(edge.to.edition, edge.to.id, path),
                            (one, other) -> one.strength() >= other.strength() ? one : other);
                }
            }
            here.values().stream()
                    .sorted(Comparator.comparingInt(approach -> -approach.strength()))
                    .forEach(each -> found.put(new Node(each.edition(), each.id()), each));
            ring =
                    here.entrySet().stream()
                            .map(each -> Map.entry(each.getKey(), each.getValue().path()))
                            .toList();
        }
        return List.copyOf(found.values());
    }

    private record Reached(Node node, AnswerValue value, int strength, List<Suggestion.Hop> path) {}

    private void follow(
            Node start, Answer answer, Crosswalk.End wanted, Map<String, Suggestion> best) {
        Deque<Reached> open = new ArrayDeque<>();
        if (answer.value() == AnswerValue.MET
                || answer.value() == AnswerValue.PARTIAL
                || answer.value() == AnswerValue.NOT_MET) {
            open.add(new Reached(start, answer.value(), 10, List.of()));
        }
        while (!open.isEmpty()) {
            Reached at = open.remove();
            for (Edge edge : edges.getOrDefault(at.node, List.of())) {
                Optional<AnswerValue> carried = carried(at.value, edge.relation);
                if (carried.isEmpty() || visited(at, edge.to)) {
                    continue;
                }
                List<Suggestion.Hop> path = new ArrayList<>(at.path);
                path.add(
                        new Suggestion.Hop(
                                at.node.edition.scheme(),
                                at.node.id,
                                edge.relation,
                                edge.strength,
                                edge.rule));
                Reached next =
                        new Reached(
                                edge.to,
                                carried.get(),
                                Math.min(at.strength, edge.strength),
                                List.copyOf(path));
                if (edge.to.edition.equals(wanted)) {
                    Suggestion found =
                            new Suggestion(edge.to.id, next.value, next.path, next.strength);
                    best.merge(edge.to.id, found, Credits::better);
                } else if (path.size() < LONGEST) {
                    open.add(next);
                }
            }
        }
    }

    private static boolean visited(Reached at, Node node) {
        return at.path.stream()
                .anyMatch(hop ->
                        hop.scheme().equals(node.edition.scheme()) && hop.id().equals(node.id));
    }

    static Optional<AnswerValue> carried(AnswerValue value, Relation relation) {
        return switch (value) {
            case MET ->
                    Optional.of(
                            relation == Relation.EQUAL || relation == Relation.SUPERSET
                                    ? AnswerValue.MET
                                    : AnswerValue.PARTIAL);
            case PARTIAL -> Optional.of(AnswerValue.PARTIAL);
            case NOT_MET ->
                    relation == Relation.EQUAL || relation == Relation.SUBSET
                            ? Optional.of(AnswerValue.NOT_MET)
                            : Optional.empty();
            case NOT_APPLICABLE, UNKNOWN -> Optional.empty();
        };
    }

    private static final List<AnswerValue> RANK =
            List.of(AnswerValue.PARTIAL, AnswerValue.MET, AnswerValue.NOT_MET);

    /// A no found anywhere is what has to be looked at first; then the fullest, the shortest path,
    /// the strongest link.
    private static final Comparator<Suggestion> ORDER =
            Comparator.comparingInt((Suggestion s) -> RANK.indexOf(s.value()))
                    .thenComparing(s -> s.path().size(), Comparator.reverseOrder())
                    .thenComparingInt(Suggestion::strength)
                    .thenComparing(s -> s.path().toString());

    private static Suggestion better(Suggestion one, Suggestion other) {
        return ORDER.compare(one, other) >= 0 ? one : other;
    }

    private static Crosswalk.End end(Edition edition) {
        return new Crosswalk.End(edition.scheme(), edition.id());
    }
}
