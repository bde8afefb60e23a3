package org.hoshimori.platform.assurance;

import java.util.Locale;
import java.util.Optional;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.web.Flash;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.NotFound;
import org.hoshimori.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The operator's desk for experts: verify, refuse or suspend a qualification.
@Controller
class QualificationDeskPages {

    private final Experts experts;
    private final Templates templates;

    QualificationDeskPages(Experts experts, Templates templates) {
        this.experts = experts;
        this.templates = templates;
    }

    @GetMapping("/desk/operator/experts")
    Page claims(Frame frame, Actor actor) {
        return page(frame, actor, Optional.empty());
    }

    @PostMapping("/desk/operator/experts/{id}")
    Object decide(
            Frame frame,
            Actor actor,
            @PathVariable String id,
            @RequestParam String decision,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        Verified.Decision wanted =
                switch (decision) {
                    case "verify" -> Verified.Decision.VERIFY;
                    case "refuse" -> Verified.Decision.REFUSE;
                    case "suspend" -> Verified.Decision.SUSPEND;
                    default -> throw new NotFound();
                };
        return switch (experts.decide(actor, Addresses.id(id), wanted, reason)) {
            case Verified.Done(Qualification decided) -> {
                Flash.leave(
                        redirect,
                        frame.say(
                                "assurance.qualification."
                                        + decided.state().name().toLowerCase(Locale.ROOT)
                                        + ".done"));
                yield "redirect:/desk/operator/experts";
            }
            case Verified.ReasonMissing _ ->
                    page(frame, actor, Optional.of("assurance.desk.reason-missing"));
            case Verified.NumberTaken _ ->
                    page(frame, actor, Optional.of("assurance.desk.number-taken"));
            case Verified.NotNow _ -> page(frame, actor, Optional.of("assurance.desk.not-now"));
        };
    }

    private Page page(Frame frame, Actor actor, Optional<String> error) {
        return new Page(
                templates.assuranceClaims(frame, experts.claims(actor), error),
                error.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
