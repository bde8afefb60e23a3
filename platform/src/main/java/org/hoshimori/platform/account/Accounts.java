package org.hoshimori.platform.account;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hoshimori.platform.trail.Happening;
import org.hoshimori.platform.trail.Trail;
import org.hoshimori.platform.web.Language;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The people who can sign in.
@Component
public class Accounts {

    private final AccountStore store;
    private final Links links;
    private final AccountSettings settings;
    private final Trail trail;

    Accounts(AccountStore store, Links links, AccountSettings settings, Trail trail) {
        this.store = store;
        this.links = links;
        this.settings = settings;
        this.trail = trail;
    }

    @Transactional(readOnly = true)
    public Optional<Account> find(AccountId id) {
        return store.find(id);
    }

    /// Several people in one statement; numbers that nobody has are left out.
    @Transactional(readOnly = true)
    public Map<AccountId, Account> all(Collection<AccountId> ids) {
        return store.all(ids).stream().collect(Collectors.toMap(Account::id, Function.identity()));
    }

    /// @param email in any spelling; what is not a mail address belongs to nobody
    @Transactional(readOnly = true)
    public Optional<Account> findByEmail(String email) {
        return Email.parse(email).flatMap(store::find);
    }

    /// The operator's staff.
    @Transactional(readOnly = true)
    public List<Account> operators() {
        return store.operators();
    }

    /// The account of an address, made when there was none. No rights come with it: whoever reads
    /// that address' mail can sign in.
    ///
    /// @param name kept only when the account is new; empty: what stands before the `@`
    /// @throws IllegalArgumentException when `email` is not a mail address
    @Transactional
    public AccountId ensure(String email, String name, Language language) {
        Email address = parsed(email);
        var id = new AccountId(UUID.randomUUID());
        String shown = PersonName.tidy(name).orElse(address.local());
        if (store.add(id, address, shown, language, settings.operator(address))) {
            trail.write(
                    new Happening(
                            Optional.of(id.value()),
                            "account.created",
                            "account:" + id,
                            Optional.empty(),
                            Map.of()));
            return id;
        }
        return store.find(address).orElseThrow().id();
    }

    /// A link that signs its reader in once and leads on; for letters only, never for a page.
    ///
    /// @param continueTo a path of this site
    /// @param valid how long, from now
    /// @return the whole address, `<public-url>/sign-in/link/{token}`; only the token's hash is
    ///   kept
    /// @throws IllegalArgumentException when `email` is not a mail address, or `continueTo` not a
    ///   path of this site
    @Transactional
    public String oneTimeLink(String email, String continueTo, Duration valid) {
        Email address = parsed(email);
        Language language = store.find(address).map(Account::language).orElse(Language.JA);
        return links.make(address, "", language, new LocalPath(continueTo), valid);
    }

    @Transactional
    void describe(Actor actor, PersonName name, String nameKana, Language language) {
        store.describe(actor.id(), name.value(), nameKana, language);
        trail.write(
                new Happening(
                        Optional.of(actor.id().value()),
                        "account.described",
                        "account:" + actor.id(),
                        Optional.empty(),
                        Map.of()));
    }

    /// The setting rules: who left the list is staff no more, though still signed in.
    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void appointOperators() {
        store.appoint(settings.operators());
    }

    private static Email parsed(String email) {
        return Email.parse(email)
                .orElseThrow(() -> new IllegalArgumentException("not a mail address"));
    }
}
