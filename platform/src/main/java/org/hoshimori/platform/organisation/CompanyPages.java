package org.hoshimori.platform.organisation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.web.Flash;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.Page;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The home of a company: what it is, what stands where, and what to do next.
@Controller
class CompanyPages {

    private final Organisations organisations;
    private final ObjectProvider<CompanySections> sections;
    private final TransactionTemplate transaction;
    private final Templates templates;

    CompanyPages(
            Organisations organisations,
            ObjectProvider<CompanySections> sections,
            TransactionTemplate transaction,
            Templates templates) {
        this.organisations = organisations;
        this.sections = sections;
        this.transaction = transaction;
        this.templates = templates;
    }

    @GetMapping("/companies/{id}")
    Page home(Frame frame, Actor actor, @PathVariable OrganisationId id) {
        organisations.require(actor, id, Permission.READ);
        Organisation company = organisations.get(id);
        List<CompanySections.Section> parts =
                sections.stream()
                        .map(some -> some.section(frame, actor, company))
                        .sorted(Comparator.comparingInt(CompanySections.Section::order))
                        .toList();
        Optional<CompanySections.NextStep> next =
                parts.stream().flatMap(part -> part.next().stream()).findFirst();
        return new Page(
                templates.organisationCompany(
                        frame,
                        company,
                        organisations.officers(id),
                        parts,
                        next,
                        organisations.may(actor, id, Permission.ADMINISTER)));
    }

    @GetMapping("/companies/{id}/facts")
    Page facts(Frame frame, Actor actor, @PathVariable OrganisationId id) {
        organisations.require(actor, id, Permission.ADMINISTER);
        Organisation company = organisations.get(id);
        return new Page(
                templates.organisationFacts(
                        frame,
                        company,
                        CompanyForm.of(company, organisations.officers(id)),
                        Map.of()));
    }

    @PostMapping("/companies/{id}/facts")
    Object change(
            Frame frame,
            Actor actor,
            @PathVariable OrganisationId id,
            CompanyForm form,
            RedirectAttributes redirect) {
        organisations.require(actor, id, Permission.ADMINISTER);
        Map<String, String> faults = form.faults(frame);
        if (!faults.isEmpty()) {
            return new Page(
                    templates.organisationFacts(frame, organisations.get(id), form, faults),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        transaction.executeWithoutResult(_ -> {
            organisations.change(actor, id, form.profile());
            organisations.changeOfficers(actor, id, form.officerList());
        });
        Flash.leave(redirect, frame.say("organisation.facts.saved"));
        return "redirect:/companies/" + id;
    }
}
