package org.hoshimori.platform.demo;

import java.util.HashMap;
import java.util.Map;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.account.DemoKeys;
import org.hoshimori.platform.account.Signatures;
import org.hoshimori.platform.account.SoftAuthenticator;
import org.hoshimori.platform.web.Language;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// The people of the sample nation: their accounts, and the software passkeys they sign with.
@Component
@Profile("demo")
class Troupe {

    private final Accounts accounts;
    private final DemoKeys keys;
    private final Signatures signatures;
    private final Map<AccountId, SoftAuthenticator> authenticators = new HashMap<>();

    Troupe(Accounts accounts, DemoKeys keys, Signatures signatures) {
        this.accounts = accounts;
        this.keys = keys;
        this.signatures = signatures;
    }

    /// The person's account, made when it is not there yet.
    Actor actor(Nation.Person person) {
        AccountId id = accounts.ensure(person.email(), person.name(), Language.JA);
        return new Actor(id, person.name(), person.email(), person.operator());
    }

    /// Signs as the person would with a real device: the server checks it the same way.
    String sign(Actor actor, byte[] statement) {
        SoftAuthenticator authenticator =
                authenticators.computeIfAbsent(actor.id(), id -> keys.give(actor, "見本の鍵"));
        return authenticator.get(signatures.options(actor, statement));
    }
}
