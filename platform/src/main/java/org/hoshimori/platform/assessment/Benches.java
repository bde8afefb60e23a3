package org.hoshimori.platform.assessment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.evidence.Evidence;
import org.hoshimori.platform.evidence.EvidenceId;
import org.hoshimori.platform.evidence.EvidenceRoom;
import org.hoshimori.platform.scheme.Editions;
import org.hoshimori.platform.web.NotFound;
import org.hoshimori.rules.Category;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Requirement;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Lays out the workbench from a snapshot, in memory.
@Component
class Benches {

    /// The newest pieces of evidence are enough to choose from.
    private static final int OFFERED = 30;

    private final Heads heads;
    private final Snapshots snapshots;
    private final HistoryRows history;
    private final EvidenceLinks links;
    private final EvidenceRoom room;
    private final Editions editions;
    private final Echoes echoes;

    Benches(
            Heads heads,
            Snapshots snapshots,
            HistoryRows history,
            EvidenceLinks links,
            EvidenceRoom room,
            Editions editions,
            Echoes echoes) {
        this.heads = heads;
        this.snapshots = snapshots;
        this.history = history;
        this.links = links;
        this.room = room;
        this.editions = editions;
        this.echoes = echoes;
    }

    /// The same as [#open], with what the company answered elsewhere.
    @Transactional(readOnly = true)
    Bench whole(Actor actor, AssessmentId id, Optional<String> wanted) {
        Bench bench = open(actor, id, wanted);
        return bench.pane().echoes().isPresent()
                ? bench
                : bench.with(echoes.of(bench.head().assessment(), bench.pane()));
    }

    /// @param wanted the criterion to open; the first that waits when empty
    /// @throws NotFound when this person may not see it, or the criterion is not asked
    @Transactional(readOnly = true)
    Bench open(Actor actor, AssessmentId id, Optional<String> wanted) {
        return open(actor, id, wanted, true);
    }

    /// What stands around an answer that was just saved: its pane comes without the evidence, which
    /// stays on the screen as it is.
    @Transactional(readOnly = true)
    Bench saved(Actor actor, AssessmentId id, String criterion) {
        return open(actor, id, Optional.of(criterion), false);
    }

    private Bench open(Actor actor, AssessmentId id, Optional<String> wanted, boolean evidence) {
        Head head = heads.of(actor, id);
        Snapshot snapshot = snapshots.of(head.assessment());
        List<Criterion> asked = snapshot.edition().criteriaOf(head.assessment().level());
        String criterion =
                wanted.orElseGet(() ->
                        asked.stream()
                                .filter(each -> snapshot.state(each).unanswered())
                                .findFirst()
                                .or(() ->
                                        asked.stream()
                                                .filter(each -> snapshot.state(each).waits())
                                                .findFirst())
                                .orElse(asked.getFirst())
                                .id());
        return new Bench(
                head, tree(snapshot), gauge(snapshot), pane(head, snapshot, criterion, evidence));
    }

    private Pane pane(Head head, Snapshot snapshot, String id, boolean evidence) {
        Edition edition = snapshot.edition();
        List<Criterion> asked = edition.criteriaOf(head.assessment().level());
        Criterion criterion =
                edition.criterion(id).filter(asked::contains).orElseThrow(NotFound::new);
        Requirement requirement = edition.requirement(criterion.requirement()).orElseThrow();
        boolean open = head.mayEdit() && snapshot.open(id);
        List<EvidenceId> attached =
                evidence ? links.of(head.assessment().id()).getOrDefault(id, List.of()) : List.of();
        Set<EvidenceId> known = new HashSet<>(attached);
        List<Evidence> offered =
                open && evidence
                        ? room.list(head.assessment().organisation()).stream()
                                .filter(each -> !known.contains(each.id()))
                                .limit(OFFERED)
                                .toList()
                        : List.of();
        return new Pane(
                head.assessment().id(),
                edition,
                category(edition, requirement),
                requirement,
                criterion,
                edition.wording().flatMap(words -> Optional.ofNullable(words.criteria().get(id))),
                snapshot.state(criterion),
                snapshot.answer(id),
                open,
                open && head.maySubmit(),
                snapshot.suggestion(id),
                snapshot.returns().of(id),
                attached.isEmpty() ? List.of() : room.of(attached),
                offered,
                edition.choices(criterion),
                history.of(head.assessment().id(), id),
                // The company's other assessments are its own people's to see.
                open && head.maySubmit() && echoes.possible(edition, id)
                        ? Optional.empty()
                        : Optional.of(List.of()),
                place(snapshot, asked, asked.indexOf(criterion)));
    }

    private static Category category(Edition edition, Requirement requirement) {
        return edition.categories().stream()
                .filter(category -> category.id().equals(requirement.category()))
                .findFirst()
                .orElseThrow();
    }

    private static Pane.Place place(Snapshot snapshot, List<Criterion> asked, int index) {
        List<Criterion> around = new ArrayList<>(asked.subList(index + 1, asked.size()));
        around.addAll(asked.subList(0, index));
        return new Pane.Place(
                index + 1,
                asked.size(),
                index == 0 ? Optional.empty() : Optional.of(asked.get(index - 1).id()),
                index == asked.size() - 1
                        ? Optional.empty()
                        : Optional.of(asked.get(index + 1).id()),
                around.stream()
                        .filter(each -> snapshot.open(each.id()))
                        .filter(each -> snapshot.state(each).unanswered())
                        .map(Criterion::id)
                        .findFirst());
    }

    static Gauge gauge(Snapshot snapshot) {
        List<Criterion> asked = snapshot.edition().criteriaOf(snapshot.assessment().level());
        return new Gauge(
                snapshot.assessment(),
                snapshot.edition().level(snapshot.assessment().level()).orElseThrow(),
                snapshot.evaluation(),
                snapshot.scope().gaps(),
                asked.stream().filter(each -> snapshot.suggestion(each.id()).isPresent()).toList(),
                asked.stream().filter(each -> snapshot.state(each) == State.RETURNED).toList());
    }

    static List<Branch> tree(Snapshot snapshot) {
        Assessment assessment = snapshot.assessment();
        Edition edition = snapshot.edition();
        Map<String, List<Branch.Leaf>> leaves = new LinkedHashMap<>();
        for (Criterion criterion : edition.criteriaOf(assessment.level())) {
            leaves.computeIfAbsent(criterion.requirement(), _ -> new ArrayList<>())
                    .add(new Branch.Leaf(assessment.id(), criterion, snapshot.state(criterion)));
        }
        List<Branch> tree = new ArrayList<>();
        snapshot.evaluation()
                .groups()
                .forEach((id, group) -> {
                    Category category =
                            edition.categories().stream()
                                    .filter(each -> each.id().equals(id))
                                    .findFirst()
                                    .orElseThrow();
                    List<Branch.Twig> twigs =
                            edition.requirementsOf(assessment.level()).stream()
                                    .filter(each -> each.category().equals(id))
                                    .map(each ->
                                            new Branch.Twig(
                                                    each,
                                                    leaves.getOrDefault(each.id(), List.of())))
                                    .toList();
                    tree.add(
                            new Branch(
                                    category,
                                    group.met() + group.notApplicable(),
                                    group.total(),
                                    twigs));
                });
        return tree;
    }
}
