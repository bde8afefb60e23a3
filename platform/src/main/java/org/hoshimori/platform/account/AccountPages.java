package org.hoshimori.platform.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.web.Flash;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.Language;
import org.hoshimori.platform.web.NotFound;
import org.hoshimori.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A person's own page: name, language, passkeys and where else they are signed in.
@Controller
@RequestMapping("/account")
class AccountPages {

    private final Templates templates;
    private final Accounts accounts;
    private final Passkeys passkeys;
    private final Challenge challenges;
    private final SignIns signIns;

    AccountPages(
            Templates templates,
            Accounts accounts,
            Passkeys passkeys,
            Challenge challenges,
            SignIns signIns) {
        this.templates = templates;
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.signIns = signIns;
    }

    @GetMapping
    Page account(Frame frame, Actor actor, HttpServletRequest request) {
        return new Page(templates.accountAccount(frame, view(actor, request, "")));
    }

    @PostMapping
    Object describe(
            Frame frame,
            Actor actor,
            HttpServletRequest request,
            RedirectAttributes redirect,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String nameKana,
            @RequestParam String language) {
        Optional<PersonName> person = PersonName.parse(name);
        if (person.isEmpty()) {
            return new Page(
                    templates.accountAccount(
                            frame, view(actor, request, frame.say("account.name.bad"))),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        accounts.describe(
                actor, person.get(), PersonName.tidy(nameKana).orElse(""), Language.of(language));
        Flash.leave(redirect, frame.say("account.saved"));
        return "redirect:/account";
    }

    @GetMapping("/passkeys")
    Page newPasskey(
            Frame frame, Actor actor, @RequestParam(defaultValue = "/account") String continueTo) {
        return new Page(
                templates.accountNewPasskey(
                        frame, LocalPath.of(continueTo).value(), passkeys.of(actor).isEmpty(), ""));
    }

    @PostMapping(path = "/passkeys/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String passkeyOptions(Actor actor, HttpServletRequest request) {
        return passkeys.options(actor, challenges.begin(request));
    }

    @PostMapping("/passkeys")
    Object addPasskey(
            Frame frame,
            Actor actor,
            HttpServletRequest request,
            RedirectAttributes redirect,
            @RequestParam String credential,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "/account") String continueTo) {
        LocalPath then = LocalPath.of(continueTo);
        String named = PersonName.tidy(label).orElse(frame.say("account.passkey.unnamed"));
        Optional<Ceremonies.Fault> fault =
                challenges
                        .take(request)
                        .map(challenge -> passkeys.register(actor, challenge, credential, named))
                        .orElse(Optional.of(Ceremonies.Fault.CHALLENGE));
        if (fault.isPresent()) {
            String why =
                    frame.say(
                            "account.sign.refused." + fault.get().name().toLowerCase(Locale.ROOT));
            return new Page(
                    templates.accountNewPasskey(
                            frame, then.value(), passkeys.of(actor).isEmpty(), why),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Flash.leave(redirect, frame.say("account.passkey.added"));
        return "redirect:" + then.value();
    }

    @PostMapping("/passkeys/{id}/name")
    String rename(
            Frame frame,
            Actor actor,
            RedirectAttributes redirect,
            @PathVariable String id,
            @RequestParam String label) {
        Optional<String> name = PersonName.tidy(label);
        if (name.isEmpty() || !passkeys.rename(actor, credential(id), name.get())) {
            throw new NotFound();
        }
        Flash.leave(redirect, frame.say("account.saved"));
        return "redirect:/account";
    }

    @PostMapping("/passkeys/{id}/remove")
    String remove(Frame frame, Actor actor, RedirectAttributes redirect, @PathVariable String id) {
        if (!passkeys.remove(actor, credential(id))) {
            throw new NotFound();
        }
        Flash.leave(redirect, frame.say("account.passkey.removed"));
        return "redirect:/account";
    }

    @PostMapping("/sessions/end")
    String endOtherSessions(
            Frame frame, Actor actor, RedirectAttributes redirect, HttpServletRequest request) {
        signIns.endOthers(actor, request);
        Flash.leave(redirect, frame.say("account.sessions.ended"));
        return "redirect:/account";
    }

    private AccountView view(Actor actor, HttpServletRequest request, String nameError) {
        return new AccountView(
                accounts.find(actor.id()).orElseThrow(NotFound::new),
                passkeys.of(actor).stream().map(AccountView.Key::of).toList(),
                signIns.others(actor, request),
                nameError);
    }

    private static byte[] credential(String id) {
        return Passkey.decode(id).orElseThrow(NotFound::new);
    }
}
