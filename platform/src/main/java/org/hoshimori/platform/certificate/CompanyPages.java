package org.hoshimori.platform.certificate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.credential.CertificateNumber;
import org.hoshimori.platform.organisation.CompanySections;
import org.hoshimori.platform.organisation.Organisation;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.organisation.Permission;
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

/// A company's own certificates: on its home, and where an owner withdraws one.
@Controller
class CompanyPages implements CompanySections {

    private static final int ORDER = 5;

    /// Days before the last day from which the company is reminded on its home.
    private static final int RENEWAL_DAYS = Deadlines.BEFORE.getLast();

    private final Certificates certificates;
    private final Organisations organisations;
    private final Templates templates;
    private final Clock clock;

    CompanyPages(
            Certificates certificates,
            Organisations organisations,
            Templates templates,
            Clock clock) {
        this.certificates = certificates;
        this.organisations = organisations;
        this.templates = templates;
        this.clock = clock;
    }

    @Override
    public Section section(Frame frame, Actor actor, Organisation organisation) {
        List<Certificate> own = certificates.of(organisation.id());
        return new Section(
                ORDER,
                own.stream().filter(this::ending).findFirst().map(one -> renewal(frame, one)),
                templates.certificateSection(frame, organisation.id(), own));
    }

    private boolean ending(Certificate certificate) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Frame.ZONE);
        return certificate.state().living()
                && !today.plusDays(RENEWAL_DAYS).isBefore(certificate.facts().validUntil());
    }

    private static NextStep renewal(Frame frame, Certificate certificate) {
        return new NextStep(
                frame.say(
                        "certificate.company.renew.sentence",
                        certificate.number().value(),
                        frame.day(certificate.facts().validUntil())),
                "/companies/" + certificate.organisation() + "/certificates",
                frame.say("certificate.company.renew"));
    }

    @GetMapping("/companies/{id}/certificates")
    Page list(Frame frame, Actor actor, @PathVariable OrganisationId id) {
        return page(frame, actor, id, "", HttpStatus.OK);
    }

    @PostMapping("/companies/{id}/certificates/{number}/withdraw")
    Object withdraw(
            Frame frame,
            Actor actor,
            @PathVariable OrganisationId id,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        organisations.require(actor, id, Permission.ADMINISTER);
        Certificate certificate =
                CertificateNumber.read(number)
                        .flatMap(certificates::find)
                        .filter(one -> one.organisation().equals(id))
                        .orElseThrow(NotFound::new);
        return switch (certificates.withdraw(actor, certificate.number(), reason)) {
            case Changed.Done(Certificate now) -> {
                Flash.leave(
                        redirect,
                        frame.say(
                                "certificate.changed",
                                now.number().value(),
                                frame.say("certificate.state." + now.state().code())));
                yield "redirect:/companies/" + id + "/certificates";
            }
            case Changed.ReasonMissing() ->
                    page(
                            frame,
                            actor,
                            id,
                            frame.say("certificate.reason.missing"),
                            HttpStatus.UNPROCESSABLE_CONTENT);
            case Changed.NotNow(State _) ->
                    page(frame, actor, id, frame.say("certificate.not-now"), HttpStatus.CONFLICT);
        };
    }

    private Page page(
            Frame frame, Actor actor, OrganisationId id, String fault, HttpStatus status) {
        organisations.require(actor, id, Permission.READ);
        LocalDate renewable =
                LocalDate.ofInstant(clock.instant(), Frame.ZONE).plusDays(RENEWAL_DAYS);
        return new Page(
                templates.certificateOwn(
                        frame,
                        organisations.get(id),
                        certificates.of(id),
                        renewable,
                        organisations.may(actor, id, Permission.EDIT),
                        organisations.may(actor, id, Permission.ADMINISTER),
                        fault),
                status);
    }
}
