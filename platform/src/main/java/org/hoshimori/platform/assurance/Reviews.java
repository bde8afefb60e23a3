package org.hoshimori.platform.assurance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.assessment.Answer;
import org.hoshimori.platform.assessment.Assessment;
import org.hoshimori.platform.assessment.Assessments;
import org.hoshimori.platform.assessment.Stage;
import org.hoshimori.platform.evidence.Evidence;
import org.hoshimori.platform.evidence.EvidenceId;
import org.hoshimori.platform.evidence.EvidenceRoom;
import org.hoshimori.platform.trail.Trail;
import org.hoshimori.platform.web.NotFound;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.Criterion;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The engaged expert reads, marks and returns.
@Component
class Reviews {

    static final int LONGEST = 4000;

    private final EngagementStore engagements;
    private final MarkStore marks;
    private final Assessments assessments;
    private final EvidenceRoom evidence;
    private final Trail trail;
    private final Clock clock;

    Reviews(
            EngagementStore engagements,
            MarkStore marks,
            Assessments assessments,
            EvidenceRoom evidence,
            Trail trail,
            Clock clock) {
        this.engagements = engagements;
        this.marks = marks;
        this.assessments = assessments;
        this.evidence = evidence;
        this.trail = trail;
        this.clock = clock;
    }

    /// Opens the assessment for its expert; the company sees in its trail that it was read.
    @Transactional
    public Review open(Actor actor, Assessment assessment) {
        Engagement engagement = engaged(actor, assessment);
        Instant now = clock.instant();
        if (engagement
                .readAt()
                .map(last -> last.plus(Duration.ofHours(1)).isBefore(now))
                .orElse(true)) {
            engagements.read(engagement.id(), now);
            write(actor, assessment, "expert.read", Map.of("reader", actor.name()));
        }
        return review(assessment, engagement);
    }

    @Transactional
    public void mark(
            Actor actor, Assessment assessment, String criterion, Mark.Kind kind, String comment) {
        Engagement engagement = engaged(actor, assessment);
        ReviewItem item =
                declared(assessment, engagement).item(criterion).orElseThrow(NotFound::new);
        String words = comment.strip();
        marks.save(
                engagement.id(),
                new Mark(
                        criterion,
                        digest(item.answer(), item.evidence()),
                        kind,
                        words.length() > LONGEST ? words.substring(0, LONGEST) : words,
                        clock.instant()));
    }

    @Transactional
    public void erase(Actor actor, Assessment assessment, String criterion) {
        marks.erase(engaged(actor, assessment).id(), criterion);
    }

    /// Returns the criteria that have a question, each with its comment.
    ///
    /// @return how many were returned; 0 when there is no question, or one without words
    @Transactional
    public int giveBack(Actor actor, Assessment unlocked) {
        Assessment assessment = assessments.lock(unlocked.id());
        List<ReviewItem> questions = declared(assessment, engaged(actor, assessment)).questions();
        Map<String, String> comments = new LinkedHashMap<>();
        for (ReviewItem item : questions) {
            String comment = item.mark().map(Mark::comment).orElse("");
            if (comment.isBlank()) {
                return 0;
            }
            comments.put(item.criterion().id(), comment);
        }
        if (!comments.isEmpty()) {
            returnItems(actor, assessment, comments);
        }
        return comments.size();
    }

    /// Returns the named criteria with comments, whatever was marked.
    @Transactional
    public void returnItems(Actor actor, Assessment unlocked, Map<String, String> comments) {
        Assessment assessment = assessments.lock(unlocked.id());
        declared(assessment, engaged(actor, assessment));
        assessments.returned(actor, assessment.id(), comments);
        write(
                actor,
                assessment,
                "expert.returned",
                Map.of("criteria", String.join(" ", comments.keySet())));
    }

    Review review(Assessment assessment, Engagement engagement) {
        Map<String, Answer> answers = assessments.answers(assessment.id());
        Map<String, List<EvidenceId>> attached = assessments.evidence(assessment.id());
        Map<EvidenceId, Evidence> known = known(attached);
        Map<String, Mark> byCriterion = new HashMap<>();
        marks.of(engagement.id()).forEach(mark -> byCriterion.put(mark.criterion(), mark));
        List<ReviewItem> items = new ArrayList<>();
        for (Criterion criterion : assessments.edition(assessment).criteriaOf(assessment.level())) {
            Optional<Answer> answer = Optional.ofNullable(answers.get(criterion.id()));
            List<Evidence> shown =
                    attached.getOrDefault(criterion.id(), List.of()).stream()
                            .filter(known::containsKey)
                            .map(known::get)
                            .toList();
            Optional<Mark> mark = Optional.ofNullable(byCriterion.get(criterion.id()));
            Optional<Mark> counting =
                    mark.filter(one -> one.answer().equals(digest(answer, shown)));
            items.add(
                    new ReviewItem(
                            criterion,
                            answer,
                            shown,
                            counting,
                            mark.isPresent() && counting.isEmpty()));
        }
        return new Review(assessment, engagement, items);
    }

    private Map<EvidenceId, Evidence> known(Map<String, List<EvidenceId>> attached) {
        List<EvidenceId> ids =
                attached.values().stream().flatMap(Collection::stream).distinct().toList();
        return ids.isEmpty()
                ? Map.of()
                : evidence.of(ids).stream()
                        .collect(Collectors.toMap(Evidence::id, Function.identity()));
    }

    Engagement engaged(Actor actor, Assessment assessment) {
        return engagements
                .openLocked(assessment.id())
                .filter(one -> one.stage() == Engagement.Stage.ACCEPTED)
                .filter(one -> one.concerns(actor.id(), actor.email()))
                .orElseThrow(NotFound::new);
    }

    private Review declared(Assessment assessment, Engagement engagement) {
        if (assessment.stage() != Stage.DECLARED) {
            throw new NotFound();
        }
        return review(assessment, engagement);
    }

    /// What the mark was made on: the answer and all its evidence.
    static String digest(Optional<Answer> answer, List<Evidence> evidence) {
        return Canonical.sha256(
                Canonical.json(
                        Map.of(
                                "value",
                                answer.flatMap(Answer::value).map(AnswerValue::code).orElse(""),
                                "reason",
                                answer.map(Answer::reason).orElse(""),
                                "note",
                                answer.map(Answer::note).orElse(""),
                                "evidence",
                                evidence.stream()
                                        .map(one -> one.id() + ":" + one.digest().orElse(""))
                                        .sorted()
                                        .collect(Collectors.joining(" ")))));
    }

    private void write(
            Actor actor, Assessment assessment, String what, Map<String, String> details) {
        trail.write(assessment.id().happening(actor, assessment.organisation(), what, details));
    }
}
