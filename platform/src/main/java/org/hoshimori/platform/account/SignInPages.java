package org.hoshimori.platform.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/// Signing up and in: by a link in a letter, or by passkey.
@Controller
class SignInPages {

    private final Templates templates;
    private final LinkRequests requests;
    private final LinkSignIn byLink;
    private final PasskeySignIn byPasskey;
    private final Optional<OutsideSettings> outside;

    SignInPages(
            Templates templates,
            LinkRequests requests,
            LinkSignIn byLink,
            PasskeySignIn byPasskey,
            OutsideSettings outside) {
        this.templates = templates;
        this.requests = requests;
        this.byLink = byLink;
        this.byPasskey = byPasskey;
        this.outside = outside.set() ? Optional.of(outside) : Optional.empty();
    }

    @GetMapping("/sign-in")
    Object signIn(
            Frame frame,
            Optional<Actor> actor,
            @RequestParam(defaultValue = "/") String continueTo,
            @RequestParam(defaultValue = "") String refused) {
        LocalPath then = LocalPath.of(continueTo);
        if (actor.isPresent()) {
            return "redirect:" + then.value();
        }
        return page(frame, SignInView.empty(then, reason(frame, refused)), HttpStatus.OK);
    }

    @GetMapping("/sign-up")
    Object signUp(
            Frame frame,
            Optional<Actor> actor,
            @RequestParam(defaultValue = "/companies") String continueTo) {
        LocalPath then = LocalPath.of(continueTo);
        if (actor.isPresent()) {
            return "redirect:" + then.value();
        }
        return new Page(templates.accountSignUp(frame, SignInView.empty(then, "")));
    }

    @PostMapping("/sign-in/link")
    Object askLink(
            Frame frame,
            HttpServletRequest request,
            @RequestParam String email,
            @RequestParam(defaultValue = "/") String continueTo) {
        LocalPath then = LocalPath.of(continueTo);
        Optional<Email> address = Email.parse(email);
        if (address.isEmpty()) {
            return page(
                    frame,
                    new SignInView(then.value(), email, "", frame.say("account.email.bad"), ""),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return ask(frame, request, address.get(), "", then);
    }

    @PostMapping("/sign-up")
    Object askSignUp(
            Frame frame,
            HttpServletRequest request,
            @RequestParam String email,
            @RequestParam String name,
            @RequestParam(defaultValue = "/companies") String continueTo) {
        LocalPath then = LocalPath.of(continueTo);
        Optional<Email> address = Email.parse(email);
        Optional<PersonName> person = PersonName.parse(name);
        if (address.isEmpty() || person.isEmpty()) {
            return new Page(
                    templates.accountSignUp(
                            frame,
                            new SignInView(
                                    then.value(),
                                    email,
                                    name,
                                    address.isEmpty() ? frame.say("account.email.bad") : "",
                                    person.isEmpty() ? frame.say("account.name.bad") : "")),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return ask(frame, request, address.get(), person.get().value(), then);
    }

    @GetMapping("/sign-in/sent")
    Page sent(Frame frame) {
        return new Page(templates.accountSent(frame));
    }

    @GetMapping("/sign-in/link/{token}")
    Page link(Frame frame, @PathVariable String token) {
        return page(frame, token, byLink.look(token));
    }

    @PostMapping("/sign-in/link/{token}")
    Object useLink(
            Frame frame,
            @PathVariable String token,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (byLink.use(token, request, response)) {
            case LinkSignIn.Entered(LocalPath then) -> "redirect:" + then.value();
            case LinkSignIn.Refused(Links.Opened why) -> page(frame, token, why);
        };
    }

    @PostMapping(path = "/sign-in/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String passkeyOptions(HttpServletRequest request) {
        return byPasskey.options(request);
    }

    @PostMapping("/sign-in/passkey")
    Object passkey(
            Frame frame,
            @RequestParam String credential,
            @RequestParam(defaultValue = "/") String continueTo,
            HttpServletRequest request,
            HttpServletResponse response) {
        LocalPath then = LocalPath.of(continueTo);
        Optional<String> fault = byPasskey.enter(credential, request, response);
        return fault.isEmpty()
                ? "redirect:" + then.value()
                : page(frame, SignInView.empty(then, frame.say(fault.get())), HttpStatus.FORBIDDEN);
    }

    private String ask(
            Frame frame, HttpServletRequest request, Email email, String name, LocalPath then) {
        if (!requests.ask(email, name, frame.language(), then, request.getRemoteAddr())) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        return "redirect:/sign-in/sent";
    }

    private Page page(Frame frame, SignInView view, HttpStatus status) {
        return new Page(
                templates.accountSignIn(
                        frame,
                        view,
                        outside.map(provider -> frame.pick(provider.nameJa(), provider.nameEn()))
                                .orElse("")),
                status);
    }

    private Page page(Frame frame, String token, Links.Opened opened) {
        return switch (opened) {
            case Links.Opened.Good good ->
                    new Page(
                            templates.accountLink(
                                    frame, "/sign-in/link/" + token, good.email().value()));
            case Links.Opened.Used _ -> refused(frame, "used");
            case Links.Opened.Expired _ -> refused(frame, "expired");
            case Links.Opened.Unknown _ -> refused(frame, "unknown");
        };
    }

    private Page refused(Frame frame, String why) {
        return new Page(templates.accountLinkRefused(frame, why), HttpStatus.GONE);
    }

    private static String reason(Frame frame, String refused) {
        String key = "account.outside.refused." + refused;
        return frame.knows(key) ? frame.say(key) : "";
    }
}
