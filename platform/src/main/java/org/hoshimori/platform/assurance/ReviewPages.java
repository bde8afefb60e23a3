package org.hoshimori.platform.assurance;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.assessment.AssessmentId;
import org.hoshimori.platform.assessment.Assessments;
import org.hoshimori.platform.assessment.ReturnedItem;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.web.Flash;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.NotFound;
import org.hoshimori.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/// The review: criterion, answer and evidence side by side, the marks, and the return.
@Controller
class ReviewPages {

    private final Assurances assurances;
    private final Organisations organisations;
    private final Assessments assessments;
    private final Templates templates;

    ReviewPages(
            Assurances assurances,
            Organisations organisations,
            Assessments assessments,
            Templates templates) {
        this.assurances = assurances;
        this.organisations = organisations;
        this.assessments = assessments;
        this.templates = templates;
    }

    Page page(
            Frame frame,
            Actor actor,
            AssessmentId id,
            String criterion,
            String show,
            Optional<String> error) {
        Review review = assurances.open(actor, id);
        ReviewView.Filter filter = ReviewView.Filter.of(show);
        List<ReviewItem> listed = review.items().stream().filter(filter::shows).toList();
        Optional<ReviewItem> chosen =
                review.item(criterion)
                        .or(() ->
                                listed.stream()
                                        .filter(ReviewView.Filter.UNREVIEWED::shows)
                                        .findFirst())
                        .or(() -> listed.stream().findFirst());
        int at =
                chosen.map(item ->
                                IntStream.range(0, listed.size())
                                        .filter(i ->
                                                listed.get(i)
                                                        .criterion()
                                                        .id()
                                                        .equals(item.criterion().id()))
                                        .findFirst()
                                        .orElse(-1))
                        .orElse(-1);
        List<String> returned =
                assessments.returnedItems(id).stream()
                        .filter(item ->
                                chosen.map(one -> one.criterion().id().equals(item.criterion()))
                                        .orElse(false))
                        .map(ReturnedItem::comment)
                        .toList();
        var view =
                new ReviewView(
                        review,
                        organisations.get(review.assessment().organisation()),
                        filter,
                        listed,
                        chosen,
                        neighbour(listed, at - 1),
                        neighbour(listed, at + 1),
                        returned,
                        error);
        return new Page(
                templates.assuranceReview(frame, view),
                error.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/desk/expert/{id}/criteria/{criterion}")
    Object mark(
            Frame frame,
            Actor actor,
            @PathVariable String id,
            @PathVariable String criterion,
            @RequestParam String mark,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(defaultValue = "all") String show,
            @RequestParam(defaultValue = "") String next) {
        AssessmentId assessment = Addresses.assessment(id);
        switch (mark) {
            case "reviewed" ->
                    assurances.mark(actor, assessment, criterion, Mark.Kind.REVIEWED, comment);
            case "question" -> {
                if (comment.isBlank()) {
                    return page(
                            frame,
                            actor,
                            assessment,
                            criterion,
                            show,
                            Optional.of("assurance.review.comment-missing"));
                }
                assurances.mark(actor, assessment, criterion, Mark.Kind.QUESTION, comment);
            }
            case "none" -> assurances.erase(actor, assessment, criterion);
            default -> throw new NotFound();
        }
        boolean known =
                assessments.edition(assessments.get(assessment)).criterion(next).isPresent();
        return "redirect:"
                + UriComponentsBuilder.fromPath("/desk/expert/" + assessment)
                        .queryParam("show", ReviewView.Filter.of(show).code())
                        .queryParam("criterion", "{criterion}")
                        .encode()
                        .buildAndExpand(known ? next : criterion)
                        .toUriString();
    }

    @PostMapping("/desk/expert/{id}/return")
    Object giveBack(
            Frame frame, Actor actor, @PathVariable String id, RedirectAttributes redirect) {
        AssessmentId assessment = Addresses.assessment(id);
        int returned = assurances.giveBack(actor, assessment);
        if (returned == 0) {
            return page(
                    frame,
                    actor,
                    assessment,
                    "",
                    "question",
                    Optional.of("assurance.review.nothing-to-return"));
        }
        Flash.leave(redirect, frame.say("assurance.review.returned", returned));
        return "redirect:/desk/expert/" + assessment;
    }

    private static Optional<String> neighbour(List<ReviewItem> listed, int at) {
        return at >= 0 && at < listed.size()
                ? Optional.of(listed.get(at).criterion().id())
                : Optional.empty();
    }
}
