package org.hoshimori.platform.assurance;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.organisation.CorporateNumber;
import org.hoshimori.platform.web.Flash;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Where a person registers as expert, claims qualifications and notes whom they advised.
@Controller
class ProfilePages {

    private static final String HERE = "redirect:/desk/expert/profile";

    private final Experts experts;
    private final Clock clock;
    private final Templates templates;

    ProfilePages(Experts experts, Clock clock, Templates templates) {
        this.experts = experts;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping("/desk/expert/profile")
    Page profile(Frame frame, Actor actor) {
        return page(frame, actor, Map.of(), Map.of());
    }

    @PostMapping("/desk/expert/profile")
    Object register(
            Frame frame,
            Actor actor,
            @RequestParam(defaultValue = "") String employer,
            @RequestParam(defaultValue = "false") boolean listed,
            @RequestParam(defaultValue = "") String introduction,
            RedirectAttributes redirect) {
        Optional<String> number = Optional.empty();
        switch (CorporateNumber.parse(employer)) {
            case CorporateNumber.Reading.Missing _ -> {}
            case CorporateNumber.Reading.Read(CorporateNumber read) ->
                    number = Optional.of(read.value());
            case CorporateNumber.Reading.NotDigits _,
                    CorporateNumber.Reading.WrongLength _,
                    CorporateNumber.Reading.WrongCheckDigit _ -> {
                return page(
                        frame,
                        actor,
                        Map.of("employer", "assurance.corporate-number.wrong"),
                        Map.of("employer", employer, "introduction", introduction));
            }
        }
        experts.register(actor, new Profile(number, listed, introduction));
        Flash.leave(redirect, frame.say("assurance.profile.saved"));
        return HERE;
    }

    @PostMapping("/desk/expert/qualifications")
    Object claim(
            Frame frame,
            Actor actor,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String validFrom,
            @RequestParam(defaultValue = "") String validUntil,
            RedirectAttributes redirect) {
        Map<String, String> filled =
                Map.of(
                        "kind", kind,
                        "number", number,
                        "validFrom", validFrom,
                        "validUntil", validUntil);
        Optional<LocalDate> from = day(validFrom);
        Optional<LocalDate> until = day(validUntil);
        if (from.isEmpty() || (until.isEmpty() && !validUntil.isBlank())) {
            return page(
                    frame,
                    actor,
                    Map.of(from.isEmpty() ? "validFrom" : "validUntil", "assurance.day.wrong"),
                    filled);
        }
        return switch (experts.claim(
                actor, new QualificationClaim(kind, number, from.get(), until))) {
            case Claimed.Refused(String field, String reason) ->
                    page(frame, actor, Map.of(field, reason), filled);
            case Claimed.Submitted _ -> {
                Flash.leave(redirect, frame.say("assurance.claim.submitted"));
                yield HERE;
            }
        };
    }

    @PostMapping("/desk/expert/advice")
    Object note(
            Frame frame,
            Actor actor,
            @RequestParam(defaultValue = "") String company,
            @RequestParam(defaultValue = "") String until,
            RedirectAttributes redirect) {
        Map<String, String> filled = Map.of("company", company, "until", until);
        if (!(CorporateNumber.parse(company)
                instanceof CorporateNumber.Reading.Read(CorporateNumber number))) {
            return page(
                    frame, actor, Map.of("company", "assurance.corporate-number.wrong"), filled);
        }
        Optional<LocalDate> last = day(until);
        if (last.isEmpty() && !until.isBlank()) {
            return page(frame, actor, Map.of("until", "assurance.day.wrong"), filled);
        }
        experts.note(actor, new Advice(number.value(), last));
        Flash.leave(redirect, frame.say("assurance.advice.saved"));
        return HERE;
    }

    private Page page(
            Frame frame, Actor actor, Map<String, String> errors, Map<String, String> filled) {
        var view =
                new ProfileView(
                        experts.find(actor.id()),
                        experts.kinds(),
                        experts.note(),
                        experts.rules().stream().map(IndependenceRule::words).toList(),
                        LocalDate.ofInstant(clock.instant(), Frame.ZONE),
                        errors,
                        filled);
        return new Page(
                templates.assuranceProfile(frame, view),
                errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    static Optional<LocalDate> day(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
