package org.hoshimori.platform.certificate;

import java.util.List;
import java.util.Optional;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.credential.CertificateNumber;
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

/// The operator's desk: applications to decide, certificates to watch.
@Controller
class OperatorPages {

    private static final String HOME = "/desk/operator";
    private static final String ONE = HOME + "/{id:[0-9a-f-]{36}}";

    private final Desk desk;
    private final Certificates certificates;
    private final Templates templates;

    OperatorPages(Desk desk, Certificates certificates, Templates templates) {
        this.desk = desk;
        this.certificates = certificates;
        this.templates = templates;
    }

    @GetMapping(HOME)
    Page queue(
            Frame frame,
            Actor actor,
            @RequestParam(defaultValue = "WAITING") Application.Decision decision,
            @RequestParam(defaultValue = "") String q) {
        return new Page(
                templates.certificateQueue(
                        frame, desk.queue(frame, actor, decision, q), decision, q));
    }

    @GetMapping(ONE)
    Page dossier(Frame frame, Actor actor, @PathVariable ApplicationId id) {
        return page(frame, actor, id, Optional.empty(), HttpStatus.OK);
    }

    @PostMapping(ONE + "/register")
    Object register(
            Frame frame, Actor actor, @PathVariable ApplicationId id, RedirectAttributes redirect) {
        return answer(frame, actor, id, certificates.register(actor, id), redirect);
    }

    @PostMapping(ONE + "/refuse")
    Object refuse(
            Frame frame,
            Actor actor,
            @PathVariable ApplicationId id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        return answer(frame, actor, id, certificates.refuse(actor, id, reason), redirect);
    }

    private Object answer(
            Frame frame,
            Actor actor,
            ApplicationId id,
            Decided decided,
            RedirectAttributes redirect) {
        return switch (decided) {
            case Decided.Registered(CertificateNumber number) -> {
                Flash.leave(redirect, frame.say("certificate.desk.registered", number.value()));
                yield "redirect:" + HOME + "/" + id;
            }
            case Decided.Refused() -> {
                Flash.leave(redirect, frame.say("certificate.desk.refused"));
                yield "redirect:" + HOME + "/" + id;
            }
            case Decided.ReasonMissing() ->
                    page(
                            frame,
                            actor,
                            id,
                            Optional.of("certificate.reason.missing"),
                            HttpStatus.UNPROCESSABLE_CONTENT);
            case Decided.NotNow(Application.Decision _) ->
                    page(
                            frame,
                            actor,
                            id,
                            Optional.of("certificate.desk.decided-already"),
                            HttpStatus.CONFLICT);
            case Decided.Blocked(List<Check> _) ->
                    page(
                            frame,
                            actor,
                            id,
                            Optional.of("certificate.desk.blocked"),
                            HttpStatus.CONFLICT);
        };
    }

    private Page page(
            Frame frame, Actor actor, ApplicationId id, Optional<String> fault, HttpStatus status) {
        return new Page(
                templates.certificateDossier(
                        frame, desk.dossier(actor, id), fault.map(frame::say).orElse("")),
                status);
    }

    @GetMapping(HOME + "/certificates")
    Page list(
            Frame frame,
            Actor actor,
            @RequestParam(defaultValue = "true") boolean living,
            @RequestParam(defaultValue = "") String q) {
        return list(frame, actor, living, q, "", HttpStatus.OK);
    }

    @PostMapping(HOME + "/certificates/{number}")
    Object change(
            Frame frame,
            Actor actor,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        Desk.requireOperator(actor);
        CertificateNumber read = CertificateNumber.read(number).orElseThrow(NotFound::new);
        Changed changed =
                switch (act) {
                    case "suspend" -> certificates.suspend(actor, read, reason);
                    case "reinstate" -> certificates.reinstate(actor, read, reason);
                    case "withdraw" -> certificates.withdraw(actor, read, reason);
                    default -> throw new NotFound();
                };
        return switch (changed) {
            case Changed.Done(Certificate certificate) -> {
                Flash.leave(
                        redirect,
                        frame.say(
                                "certificate.changed",
                                certificate.number().value(),
                                frame.say("certificate.state." + certificate.state().code())));
                yield "redirect:" + HOME + "/certificates";
            }
            case Changed.ReasonMissing() ->
                    list(
                            frame,
                            actor,
                            true,
                            "",
                            frame.say("certificate.reason.missing"),
                            HttpStatus.UNPROCESSABLE_CONTENT);
            case Changed.NotNow(State _) ->
                    list(
                            frame,
                            actor,
                            true,
                            "",
                            frame.say("certificate.not-now"),
                            HttpStatus.CONFLICT);
        };
    }

    private Page list(
            Frame frame, Actor actor, boolean living, String q, String fault, HttpStatus status) {
        return new Page(
                templates.certificateList(
                        frame, desk.certificates(actor, living, q), living, q, fault),
                status);
    }
}
