package org.hoshimori.platform.api;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.account.Account;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.web.Flash;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Where owners make tokens for their programs and take them back.
@Controller
class TokenPages {

    /// The lives that may be chosen, in days.
    static final List<Integer> LIVES = List.of(30, 90, 180, 365);

    private final Tokens tokens;
    private final Organisations organisations;
    private final Accounts accounts;
    private final Templates templates;
    private final Clock clock;

    TokenPages(
            Tokens tokens,
            Organisations organisations,
            Accounts accounts,
            Templates templates,
            Clock clock) {
        this.tokens = tokens;
        this.organisations = organisations;
        this.accounts = accounts;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping("/companies/{id}/tokens")
    Page list(Frame frame, Actor actor, @PathVariable OrganisationId id) {
        return page(frame, actor, id, "", "", Optional.empty(), HttpStatus.OK);
    }

    /// The secret is shown on the answer itself, once: it is stored nowhere.
    @PostMapping("/companies/{id}/tokens")
    Page make(
            Frame frame,
            Actor actor,
            @PathVariable OrganisationId id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "READ") Access access,
            @RequestParam(defaultValue = "90") int days) {
        String called = Tokens.tidy(name);
        String fault =
                called.isEmpty() || called.length() > Tokens.LONGEST_NAME
                        ? frame.say("api.tokens.name.fault", Tokens.LONGEST_NAME)
                        : LIVES.contains(days) ? "" : frame.say("api.tokens.days.fault");
        if (!fault.isEmpty()) {
            return page(
                    frame,
                    actor,
                    id,
                    name,
                    fault,
                    Optional.empty(),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Tokens.Made made = tokens.make(actor, id, called, access, Duration.ofDays(days));
        return page(frame, actor, id, "", "", Optional.of(made), HttpStatus.OK);
    }

    @PostMapping("/companies/{id}/tokens/{token}/revoke")
    String revoke(
            Frame frame,
            Actor actor,
            @PathVariable OrganisationId id,
            @PathVariable TokenId token,
            RedirectAttributes redirect) {
        tokens.revoke(actor, id, token);
        Flash.leave(redirect, frame.say("api.tokens.revoked"));
        return "redirect:/companies/" + id + "/tokens";
    }

    private Page page(
            Frame frame,
            Actor actor,
            OrganisationId id,
            String name,
            String fault,
            Optional<Tokens.Made> made,
            HttpStatus status) {
        List<Token> all = tokens.of(actor, id);
        Map<AccountId, Account> makers =
                accounts.all(all.stream().map(Token::createdBy).distinct().toList());
        return new Page(
                templates.apiTokens(
                        frame,
                        organisations.get(id),
                        all.stream().map(token -> line(token, makers)).toList(),
                        LIVES,
                        name,
                        fault,
                        made.map(Tokens.Made::secret).orElse("")),
                status);
    }

    private TokenLine line(Token token, Map<AccountId, Account> makers) {
        Account maker = makers.get(token.createdBy());
        return new TokenLine(
                token, token.state(clock.instant()), maker == null ? "" : maker.name());
    }
}
