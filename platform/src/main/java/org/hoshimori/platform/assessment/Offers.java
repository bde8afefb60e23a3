package org.hoshimori.platform.assessment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.evidence.EvidenceId;
import org.hoshimori.platform.evidence.EvidenceRoom;
import org.hoshimori.platform.scheme.Editions;
import org.hoshimori.platform.scheme.Titles;
import org.hoshimori.platform.web.NotFound;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.crosswalk.Suggestion;
import org.hoshimori.rules.sheet.AnswerWords;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Carries what a company answered in one scheme over to another: as suggestions, which somebody
/// looks at one by one. Accepting copies links to evidence; the answer is the person's own.
@Component
class Offers {

    private final AssessmentRows assessments;
    private final AnswerRows answers;
    private final EvidenceLinks links;
    private final EvidenceRoom room;
    private final AnswerBook book;
    private final Editions editions;
    private final Rights rights;

    Offers(
            AssessmentRows assessments,
            AnswerRows answers,
            EvidenceLinks links,
            EvidenceRoom room,
            AnswerBook book,
            Editions editions,
            Rights rights) {
        this.assessments = assessments;
        this.answers = answers;
        this.links = links;
        this.room = room;
        this.book = book;
        this.editions = editions;
        this.rights = rights;
    }

    /// What may be taken over, in catalogue order.
    ///
    /// @throws NotFound when this person may not see the assessment
    @Transactional(readOnly = true)
    List<Offer> of(Actor actor, AssessmentId id) {
        Assessment wanted = assessments.find(id).orElseThrow(NotFound::new);
        rights.requireEdit(actor, wanted);
        Edition edition = editions.get(wanted.scheme(), wanted.edition());
        Map<Edition, Assessment> sources = sources(actor, wanted, edition);
        Map<AssessmentId, Map<String, Answer>> all = answers.of(wanted.organisation());
        Map<Edition, Answers> said = new LinkedHashMap<>();
        sources.forEach((each, source) ->
                said.put(each, Transfer.file(all.getOrDefault(source.id(), Map.of()))));
        Map<String, Answer> here = all.getOrDefault(id, Map.of());
        said.put(edition, Transfer.file(here));
        Set<Criterion> asked = Set.copyOf(edition.criteriaOf(wanted.level()));
        List<Offer> offers = new ArrayList<>();
        for (Suggestion suggestion : editions.credits().suggest(said, edition)) {
            Suggestion.Hop first = suggestion.path().getFirst();
            Optional<Criterion> criterion = edition.criterion(suggestion.target());
            Optional<Map.Entry<Edition, Assessment>> source =
                    sources.entrySet().stream()
                            .filter(each -> each.getKey().scheme().equals(first.scheme()))
                            .filter(each ->
                                    all.getOrDefault(each.getValue().id(), Map.of())
                                            .containsKey(first.id()))
                            .findFirst();
            if (criterion.filter(asked::contains).isPresent() && source.isPresent()) {
                offers.add(offer(suggestion, criterion.get(), edition, source.get(), all, here));
            }
        }
        List<Criterion> order = edition.criteria();
        offers.sort(java.util.Comparator.comparingInt(offer -> order.indexOf(offer.criterion())));
        return offers;
    }

    /// Copies evidence and saves the answers that were chosen, each as if given in the workbench.
    ///
    /// @param evidence ids of criteria whose offered evidence is to be attached
    /// @param words the answers chosen, by criterion; empty ones change nothing
    /// @return how many criteria were touched
    @Transactional
    int accept(Actor actor, AssessmentId id, Set<String> evidence, Map<String, String> words) {
        Edition edition = editionOf(id);
        Map<String, Change> changes = new LinkedHashMap<>();
        int touched = 0;
        for (Offer offer : of(actor, id)) {
            String criterion = offer.criterion().id();
            boolean attached = evidence.contains(criterion) && !offer.evidence().isEmpty();
            if (attached) {
                offer.evidence().forEach(each -> book.attach(actor, id, criterion, each.id()));
            }
            var answer =
                    AnswerWords.answer(
                            words.getOrDefault(criterion, ""),
                            edition,
                            Optional.of(offer.criterion()));
            answer.ifPresent(chosen ->
                    changes.put(
                            criterion,
                            new Change(
                                    new Said(Optional.of(chosen.value()), chosen.word(), "", ""),
                                    offer.version())));
            if (attached || answer.isPresent()) {
                touched++;
            }
        }
        if (!changes.isEmpty()) {
            book.save(actor, id, changes, Cause.SAVED);
        }
        return touched;
    }

    private Edition editionOf(AssessmentId id) {
        Assessment assessment = assessments.find(id).orElseThrow(NotFound::new);
        return editions.get(assessment.scheme(), assessment.edition());
    }

    /// The newest assessment of each other edition; a helper from outside sees only those that he
    /// may read anyway.
    private Map<Edition, Assessment> sources(Actor actor, Assessment wanted, Edition edition) {
        Map<Edition, Assessment> sources = new LinkedHashMap<>();
        boolean own = rights.belongs(actor, wanted.organisation());
        for (Assessment each : assessments.of(wanted.organisation())) {
            Edition other = editions.get(each.scheme(), each.edition());
            if (!other.equals(edition) && (own || rights.mayRead(actor, each))) {
                sources.putIfAbsent(other, each);
            }
        }
        return sources;
    }

    private Offer offer(
            Suggestion suggestion,
            Criterion criterion,
            Edition edition,
            Map.Entry<Edition, Assessment> source,
            Map<AssessmentId, Map<String, Answer>> all,
            Map<String, Answer> here) {
        Assessment from = source.getValue();
        String id = suggestion.path().getFirst().id();
        Set<EvidenceId> known =
                links.of(from.id()).getOrDefault(id, List.of()).stream()
                        .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        Answer now = here.get(criterion.id());
        return new Offer(
                suggestion,
                criterion,
                edition.choices(criterion),
                from,
                Titles.of(source.getKey(), source.getKey().level(from.level()).orElseThrow()),
                java.util.Objects.requireNonNull(all.getOrDefault(from.id(), Map.of()).get(id)),
                known.isEmpty() ? List.of() : room.of(List.copyOf(known)),
                now == null ? 0 : now.version());
    }
}
