package org.hoshimori.platform.organisation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.web.Flash;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// My companies, and how a new one begins.
@Controller
class CompaniesPages {

    private static final int LONGEST_MESSAGE = 500;

    private final Organisations organisations;
    private final JoinRequests requests;
    private final Templates templates;

    CompaniesPages(Organisations organisations, JoinRequests requests, Templates templates) {
        this.organisations = organisations;
        this.requests = requests;
        this.templates = templates;
    }

    @GetMapping("/companies")
    Page mine(Frame frame, Actor actor) {
        List<Membership> mine = organisations.of(actor);
        Map<OrganisationId, Organisation> companies =
                organisations.all(mine.stream().map(Membership::organisation).toList());
        return new Page(templates.organisationCompanies(frame, mine, companies));
    }

    @GetMapping("/companies/new")
    Page blank(Frame frame, CompanyForm form) {
        return new Page(templates.organisationFound(frame, form, Map.of(), false));
    }

    @PostMapping("/companies/new")
    Object found(Frame frame, Actor actor, CompanyForm form) {
        var faults = new LinkedHashMap<>(form.faultsOfNumber(frame));
        if (faults.isEmpty() && organisations.find(form.corporateNumber()).isPresent()) {
            return taken(frame, form);
        }
        faults.putAll(form.faults(frame));
        if (!faults.isEmpty()) {
            return new Page(
                    templates.organisationFound(frame, form, faults, false),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var wanted =
                new NewOrganisation(
                        form.corporateNumber(),
                        form.profile(),
                        form.officerList(),
                        form.founderIsExecutive());
        return switch (organisations.create(actor, wanted)) {
            case Founding.Founded(OrganisationId id) -> "redirect:/companies/" + id;
            case Founding.AlreadyThere _ -> taken(frame, form);
        };
    }

    /// Answers the same whether the person belongs to the company already or not, and whoever its
    /// people are.
    @PostMapping("/companies/join")
    String join(
            Frame frame,
            Actor actor,
            @RequestParam String number,
            @RequestParam(defaultValue = "") String message,
            RedirectAttributes redirect) {
        if (CorporateNumber.parse(number) instanceof CorporateNumber.Reading.Read(var read)) {
            String shortened =
                    message.codePointCount(0, message.length()) > LONGEST_MESSAGE
                            ? message.substring(0, message.offsetByCodePoints(0, LONGEST_MESSAGE))
                            : message;
            requests.ask(actor, read, shortened.strip());
            Flash.leave(redirect, frame.say("organisation.join.asked"));
        }
        return "redirect:/companies";
    }

    private Page taken(Frame frame, CompanyForm form) {
        return new Page(
                templates.organisationFound(frame, form, Map.of(), true), HttpStatus.CONFLICT);
    }
}
