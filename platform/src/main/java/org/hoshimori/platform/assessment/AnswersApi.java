package org.hoshimori.platform.assessment;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.platform.api.Caller;
import org.hoshimori.platform.api.IfMatch;
import org.hoshimori.platform.api.Keyset;
import org.hoshimori.platform.api.Kind;
import org.hoshimori.platform.api.Problem;
import org.hoshimori.platform.api.Records;
import org.hoshimori.platform.web.NotFound;
import org.hoshimori.rules.Criterion;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Answers one by one, for programs. A save names the tag of what it was based on; one that comes
/// too late replaces nothing, is kept in the history, and gets what stands there now.
@RestController
class AnswersApi {

    private final OwnAssessments own;
    private final AnswerRows rows;
    private final AnswerBook book;
    private final Records records;

    AnswersApi(OwnAssessments own, AnswerRows rows, AnswerBook book, Records records) {
        this.own = own;
        this.rows = rows;
        this.book = book;
        this.records = records;
    }

    /// Every criterion that is asked, answered or not, in the catalogue's order.
    @GetMapping("/api/v1/assessments/{id}/answers")
    ResponseEntity<String> list(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        int most = Keyset.limit(limit);
        Assessment assessment = own.read(caller, id);
        List<String> asked = own.asked(assessment).stream().map(Criterion::id).toList();
        int from = after.map(last -> asked.indexOf(last) + 1).orElse(0);
        if (after.isPresent() && from == 0) {
            throw Keyset.unknownAfter();
        }
        Map<String, Answer> answers = rows.of(assessment.id());
        List<AnswerRecord> more =
                asked.subList(from, Math.min(asked.size(), from + most + 1)).stream()
                        .map(each -> AnswerRecord.of(each, Optional.ofNullable(answers.get(each))))
                        .toList();
        return records.tagged(Keyset.of(more, most, answer -> Objects.requireNonNull(answer.id())));
    }

    @GetMapping("/api/v1/assessments/{id}/answers/{criterion}")
    ResponseEntity<String> one(
            Caller caller, @PathVariable UUID id, @PathVariable String criterion) {
        Assessment assessment = own.read(caller, id);
        own.asked(assessment, criterion);
        Optional<Answer> answer = now(assessment.id(), criterion);
        return records.tagged(AnswerRecord.tag(answer), AnswerRecord.of(criterion, answer));
    }

    @PutMapping(
            path = "/api/v1/assessments/{id}/answers/{criterion}",
            consumes = "application/json")
    ResponseEntity<String> save(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable String criterion,
            HttpServletRequest request) {
        Assessment assessment = own.edit(caller, id);
        Criterion asked = own.asked(assessment, criterion);
        IfMatch seen = IfMatch.required(request);
        Said said =
                records.read(request, AnswerRecord.class)
                        .record()
                        .said(own.edition(assessment), asked);
        Saved saved =
                Objects.requireNonNull(
                        book.save(
                                        caller.actor(),
                                        assessment.id(),
                                        _ ->
                                                Map.of(
                                                        criterion,
                                                        based(said, seen, assessment, criterion)),
                                        Cause.SAVED)
                                .get(criterion));
        return switch (saved) {
            case Saved.Done(Answer answer) ->
                    records.tagged(
                            AnswerRecord.tag(Optional.of(answer)),
                            AnswerRecord.of(criterion, Optional.of(answer)));
            case Saved.Stale stale -> throw stale(criterion, Optional.of(stale.current()));
            case Saved.Closed(Stage stage) -> throw OwnAssessments.closed(stage);
            case Saved.Refused _ -> throw new NotFound();
        };
    }

    /// Called while the assessment is locked: nobody saves between this and the save.
    private Change based(Said said, IfMatch seen, Assessment assessment, String criterion) {
        Optional<Answer> now = now(assessment.id(), criterion);
        if (seen.holds(AnswerRecord.tag(now))) {
            return new Change(said, now.map(Answer::version).orElse(0));
        }
        if (now.isEmpty()) {
            throw stale(criterion, now);
        }
        return new Change(said, -1);
    }

    private Optional<Answer> now(AssessmentId id, String criterion) {
        return Optional.ofNullable(rows.of(id, List.of(criterion)).get(criterion));
    }

    private static Problem stale(String criterion, Optional<Answer> now) {
        return new Problem(Kind.STALE)
                .with("current", AnswerRecord.of(criterion, now))
                .header(HttpHeaders.ETAG, AnswerRecord.tag(now));
    }
}
