package org.hoshimori.platform.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.hoshimori.platform.web.Visitor;
import org.hoshimori.platform.web.Visitors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Who is signed in: the session knows the account's number, the database the rest, asked once a
/// request. So a name or a right that changed counts at once.
@Component
class CurrentActor implements Visitors {

    private static final String NAME = CurrentActor.class.getName();

    private final AccountStore store;
    private final ObjectProvider<ExpertDesk> desks;

    CurrentActor(AccountStore store, ObjectProvider<ExpertDesk> desks) {
        this.store = store;
        this.desks = desks;
    }

    Optional<Actor> of(HttpServletRequest request) {
        if (request.getAttribute(NAME) instanceof Actor known) {
            return Optional.of(known);
        }
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (!(signedIn instanceof SignedIn person)) {
            return Optional.empty();
        }
        Optional<Actor> actor = store.find(person.account()).map(Account::actor);
        actor.ifPresent(found -> request.setAttribute(NAME, found));
        return actor;
    }

    @Override
    public Optional<Visitor> visiting(HttpServletRequest request) {
        return of(request)
                .map(actor ->
                        new Visitor(
                                actor.name(),
                                actor.operator(),
                                desks.stream().anyMatch(desk -> desk.opensFor(actor))));
    }
}
