package org.hoshimori.platform.outlook;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.organisation.Organisation;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.organisation.Permission;
import org.hoshimori.platform.web.Flash;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The way to the next level: what is missing, in which order, for how much. The whole wish stands
/// in the address; only figures are stored.
@Controller
class PlanPages {

    private static final String RETRY_SECONDS = "10";

    private final Templates templates;
    private final Organisations organisations;
    private final Ways ways;
    private final Figures figures;
    private final Clock clock;

    PlanPages(
            Templates templates,
            Organisations organisations,
            Ways ways,
            Figures figures,
            Clock clock) {
        this.templates = templates;
        this.organisations = organisations;
        this.ways = ways;
        this.figures = figures;
        this.clock = clock;
    }

    @GetMapping("/companies/{id}/plan")
    Page plan(
            Frame frame,
            Actor actor,
            @PathVariable OrganisationId id,
            PlanForm form,
            HttpServletResponse response) {
        organisations.require(actor, id, Permission.READ);
        return page(frame, actor, id, form, List.of(), Map.of(), response);
    }

    @PostMapping("/companies/{id}/plan/figures")
    Object figures(
            Frame frame,
            Actor actor,
            @PathVariable OrganisationId id,
            PlanForm form,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        List<Wrong> wrong = figures.save(actor, id, typed.toSingleValueMap());
        if (!wrong.isEmpty()) {
            return page(frame, actor, id, form, wrong, typed.toSingleValueMap(), response);
        }
        Flash.leave(redirect, frame.say("outlook.plan.figures.saved"));
        return "redirect:/companies/" + id + "/plan?" + query(form);
    }

    private static String query(PlanForm form) {
        List<String> parts = new ArrayList<>();
        // An empty goal says that none is wanted; none at all would bring the usual one.
        (form.goals().isEmpty() ? List.of("") : form.goals())
                .forEach(goal -> parts.add(part("goal", goal)));
        parts.add(part("budget", form.limit()));
        parts.add(part("by", form.day()));
        form.in().forEach(id -> parts.add(part("with", id)));
        form.out().forEach(id -> parts.add(part("without", id)));
        return String.join("&", parts);
    }

    private static String part(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private Page page(
            Frame frame,
            Actor actor,
            OrganisationId id,
            PlanForm form,
            List<Wrong> wrong,
            Map<String, String> typed,
            HttpServletResponse response) {
        Organisation company = organisations.get(id);
        Way way = ways.of(company, form, LocalDate.ofInstant(clock.instant(), Frame.ZONE));
        boolean fine = wrong.isEmpty() && way.asked().wrong().isEmpty();
        if (way.busy()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return new Page(
                templates.outlookPlan(
                        frame,
                        company,
                        way,
                        form,
                        query(form),
                        wrong,
                        typed,
                        organisations.may(actor, id, Permission.EDIT)),
                !fine
                        ? HttpStatus.UNPROCESSABLE_CONTENT
                        : way.busy() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK);
    }
}
