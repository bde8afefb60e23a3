package org.hoshimori.platform.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;

/// Signs in by a mailed link; the account of an address that had none begins here, because only now
/// somebody showed that its mail is theirs.
@Component
class LinkSignIn {

    sealed interface Use {}

    /// @param then where to go: to a first passkey, when there is none yet
    record Entered(LocalPath then) implements Use {}

    record Refused(Links.Opened why) implements Use {}

    private final Links links;
    private final Accounts accounts;
    private final PasskeyStore passkeys;
    private final SignIns signIns;

    LinkSignIn(Links links, Accounts accounts, PasskeyStore passkeys, SignIns signIns) {
        this.links = links;
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.signIns = signIns;
    }

    Links.Opened look(String token) {
        return links.look(token);
    }

    @Transactional
    public Use use(String token, HttpServletRequest request, HttpServletResponse response) {
        return switch (links.use(token)) {
            case Links.Opened.Good good -> {
                AccountId id = accounts.ensure(good.email().value(), good.name(), good.language());
                signIns.begin(id, SignIns.Way.LINK, request, response);
                yield new Entered(
                        passkeys.of(id).isEmpty()
                                ? firstPasskey(good.continueTo())
                                : good.continueTo());
            }
            case Links.Opened.Used used -> new Refused(used);
            case Links.Opened.Expired expired -> new Refused(expired);
            case Links.Opened.Unknown unknown -> new Refused(unknown);
        };
    }

    private static LocalPath firstPasskey(LocalPath then) {
        return new LocalPath(
                UriComponentsBuilder.fromPath("/account/passkeys")
                        .queryParam("continueTo", "{path}")
                        .encode()
                        .buildAndExpand(then.value())
                        .toUriString());
    }
}
