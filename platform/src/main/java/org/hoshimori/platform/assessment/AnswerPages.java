package org.hoshimori.platform.assessment;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.evidence.Added;
import org.hoshimori.platform.evidence.EvidenceId;
import org.hoshimori.platform.evidence.EvidenceRoom;
import org.hoshimori.platform.evidence.Offering;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.NotFound;
import org.hoshimori.platform.web.Page;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.sheet.AnswerWords;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Saves what people write into the workbench: for its script piece by piece, and for a plain form
/// with a whole page.
@Controller
class AnswerPages {

    private final Templates templates;
    private final Benches benches;
    private final AnswerBook book;
    private final AssessmentRows assessments;
    private final EvidenceRoom room;
    private final Rights rights;

    AnswerPages(
            Templates templates,
            Benches benches,
            AnswerBook book,
            AssessmentRows assessments,
            EvidenceRoom room,
            Rights rights) {
        this.templates = templates;
        this.benches = benches;
        this.book = book;
        this.assessments = assessments;
        this.room = room;
        this.rights = rights;
    }

    /// What the form of an answer sends.
    ///
    /// @param then `open` to go on with the next unanswered criterion, else to stay
    /// @param merged whether both texts were seen side by side
    record Form(
            @Nullable String value,
            @Nullable String reason,
            @Nullable String note,
            int version,
            @Nullable String then,
            @Nullable Boolean merged) {

        /// In the words of the criterion's scheme; a word that it does not know is no answer.
        Said said(Edition edition, String criterion) {
            var answer =
                    AnswerWords.answer(
                            Objects.requireNonNullElse(value, ""),
                            edition,
                            edition.criterion(criterion));
            return new Said(
                    answer.map(org.hoshimori.rules.Answer::value),
                    answer.map(org.hoshimori.rules.Answer::word).orElse(""),
                    Objects.requireNonNullElse(reason, ""),
                    Objects.requireNonNullElse(note, ""));
        }
    }

    @PostMapping("/assessments/{id}/criteria/{criterion}")
    View save(
            Frame frame,
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String criterion,
            Form form,
            @RequestHeader(name = "HX-Request", required = false) boolean script,
            @RequestHeader(name = "HX-Current-URL", defaultValue = "") String from,
            HttpServletResponse response) {
        return answer(
                frame,
                actor,
                new AssessmentId(id),
                criterion,
                edition -> new Change(form.said(edition, criterion), form.version()),
                Boolean.TRUE.equals(form.merged()) ? Cause.MERGED : Cause.SAVED,
                new Way(script, from, Objects.requireNonNullElse(form.then(), "")),
                response);
    }

    /// Last year's answer still holds.
    @PostMapping("/assessments/{id}/criteria/{criterion}/affirm")
    View affirm(
            Frame frame,
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String criterion,
            @RequestParam int version,
            @RequestHeader(name = "HX-Request", required = false) boolean script,
            @RequestHeader(name = "HX-Current-URL", defaultValue = "") String from,
            HttpServletResponse response) {
        var assessment = new AssessmentId(id);
        Said said =
                benches.open(actor, assessment, Optional.of(criterion))
                        .pane()
                        .suggestion()
                        .orElseThrow(NotFound::new);
        return answer(
                frame,
                actor,
                assessment,
                criterion,
                _ -> new Change(said, version),
                Cause.AFFIRMED,
                new Way(script, from, "open"),
                response);
    }

    @PostMapping("/assessments/{id}/criteria/{criterion}/evidence")
    View attach(
            Frame frame,
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String criterion,
            Offering offering,
            @RequestParam(defaultValue = "") List<UUID> existing,
            @RequestHeader(name = "HX-Request", required = false) boolean script,
            HttpServletResponse response) {
        var assessment = assessments.find(new AssessmentId(id)).orElseThrow(NotFound::new);
        rights.requireEdit(actor, assessment);
        List<EvidenceId> ids = new ArrayList<>();
        existing.forEach(each -> ids.add(new EvidenceId(each)));
        List<Added.Refused> refused = new ArrayList<>();
        // Asked first, so that nothing is stored while nothing may be written here.
        if (!benches.open(actor, assessment.id(), Optional.of(criterion)).pane().open()) {
            return stay(frame, actor, assessment.id(), criterion, script, List.of(), response);
        }
        // A helper from outside chooses from what the company has, and adds nothing to it.
        List<Added> offered =
                offering.isEmpty()
                        ? List.of()
                        : room.add(actor, assessment.organisation(), offering);
        for (Added added : offered) {
            switch (added) {
                case Added.Stored stored -> ids.add(stored.evidence().id());
                case Added.Refused no -> refused.add(no);
            }
        }
        ids.forEach(each -> book.attach(actor, assessment.id(), criterion, each));
        return stay(frame, actor, assessment.id(), criterion, script, refused, response);
    }

    @PostMapping("/assessments/{id}/criteria/{criterion}/evidence/{evidence}/detach")
    View detach(
            Frame frame,
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String criterion,
            @PathVariable UUID evidence,
            @RequestHeader(name = "HX-Request", required = false) boolean script,
            HttpServletResponse response) {
        book.detach(actor, new AssessmentId(id), criterion, new EvidenceId(evidence));
        return stay(frame, actor, new AssessmentId(id), criterion, script, List.of(), response);
    }

    /// How the request came and where to go on.
    ///
    /// @param then `open`: to the next unanswered criterion; `merged`: back to this one; else the
    ///   pane stays as it is, with the cursor in it
    private record Way(boolean script, String from, String then) {

        /// Whether the page shows one question, without the tree.
        boolean alone() {
            return from.contains("/criteria/");
        }
    }

    private View answer(
            Frame frame,
            Actor actor,
            AssessmentId id,
            String criterion,
            Function<Edition, Change> change,
            Cause cause,
            Way way,
            HttpServletResponse response) {
        Saved saved =
                Objects.requireNonNull(
                        book.save(
                                        actor,
                                        id,
                                        edition -> Map.of(criterion, change.apply(edition)),
                                        cause)
                                .get(criterion));
        return switch (saved) {
            case Saved.Done _ -> done(frame, actor, id, criterion, way, response);
            case Saved.Stale stale -> {
                Bench bench = benches.open(actor, id, Optional.of(criterion));
                JteModel merge = templates.assessmentMerge(frame, bench.pane(), stale);
                yield way.script()
                        ? intoPane(merge, response)
                        : new Page(
                                templates.assessmentCriterion(frame, bench, merge),
                                HttpStatus.CONFLICT);
            }
            case Saved.Refused refused -> {
                if (refused.reasonKey().equals("assessment.refused.unknown")) {
                    throw new NotFound();
                }
                Bench bench = benches.open(actor, id, Optional.of(criterion));
                String problem = frame.say(refused.reasonKey(), Said.LONGEST);
                yield way.script()
                        ? new Page(
                                templates.assessmentSaveState(
                                        frame, bench.pane(), Optional.of(problem), true))
                        : new Page(
                                templates.assessmentCriterion(
                                        frame,
                                        bench,
                                        templates.assessmentPane(
                                                frame,
                                                bench.pane(),
                                                change.apply(bench.pane().edition()).said(),
                                                List.of(problem))),
                                HttpStatus.BAD_REQUEST);
            }
            case Saved.Closed _ ->
                    stay(frame, actor, id, criterion, way.script(), List.of(), response);
        };
    }

    private View done(
            Frame frame,
            Actor actor,
            AssessmentId id,
            String criterion,
            Way way,
            HttpServletResponse response) {
        Bench bench = benches.saved(actor, id, criterion);
        Optional<String> next =
                bench.pane().place().nextOpen().filter(_ -> way.then().equals("open"));
        if (!way.script()) {
            return to("/assessments/" + id + "/criteria/" + next.orElse(criterion));
        }
        if (!way.then().equals("open") && !way.then().equals("merged")) {
            return new Page(templates.assessmentSaved(frame, bench, !way.alone()));
        }
        String to = next.orElse(criterion);
        response.setHeader(
                "HX-Push-Url",
                way.alone()
                        ? "/assessments/" + id + "/criteria/" + to
                        : "/assessments/" + id + "?at=" + to);
        return intoPane(
                templates.assessmentOnwards(
                        frame,
                        bench,
                        !way.alone(),
                        benches.open(actor, id, Optional.of(to)).pane()),
                response);
    }

    private View stay(
            Frame frame,
            Actor actor,
            AssessmentId id,
            String criterion,
            boolean script,
            List<Added.Refused> refused,
            HttpServletResponse response) {
        Bench bench = benches.open(actor, id, Optional.of(criterion));
        List<String> problems =
                refused.stream()
                        .map(each ->
                                each.name()
                                        + ": "
                                        + frame.say(each.reasonKey(), each.arguments().toArray()))
                        .toList();
        JteModel pane =
                templates.assessmentPane(frame, bench.pane(), bench.pane().said(), problems);
        if (script) {
            return intoPane(pane, response);
        }
        return problems.isEmpty()
                ? to(bench.pane().path())
                : new Page(
                        templates.assessmentCriterion(frame, bench, pane), HttpStatus.BAD_REQUEST);
    }

    private static Page intoPane(JteModel pane, HttpServletResponse response) {
        response.setHeader("HX-Retarget", "#pane");
        response.setHeader("HX-Reswap", "outerHTML");
        return new Page(pane);
    }

    private static View to(String path) {
        var view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return view;
    }
}
