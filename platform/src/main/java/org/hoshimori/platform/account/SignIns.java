package org.hoshimori.platform.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.platform.trail.Happening;
import org.hoshimori.platform.trail.Trail;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Begins and ends sessions.
@Component
class SignIns {

    /// How somebody showed who they are.
    enum Way {
        LINK,
        PASSKEY,
        OUTSIDE,
        DEMO
    }

    private final SessionAuthenticationStrategy freshSession;
    private final SecurityContextRepository contexts;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final Trail trail;

    SignIns(
            SessionAuthenticationStrategy freshSession,
            SecurityContextRepository contexts,
            FindByIndexNameSessionRepository<? extends Session> sessions,
            Trail trail) {
        this.freshSession = freshSession;
        this.contexts = contexts;
        this.sessions = sessions;
        this.trail = trail;
    }

    @Transactional
    public void begin(
            AccountId account, Way way, HttpServletRequest request, HttpServletResponse response) {
        var person = new SignedIn(account);
        freshSession.onAuthentication(person, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(person);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        trail.write(
                new Happening(
                        Optional.of(account.value()),
                        "account.signed-in",
                        "account:" + account,
                        Optional.empty(),
                        Map.of("way", way.name().toLowerCase(java.util.Locale.ROOT))));
    }

    /// How many other browsers this person is signed in with.
    int others(Actor actor, HttpServletRequest request) {
        return otherSessions(actor, request).size();
    }

    /// Signs the person out everywhere but here.
    @Transactional
    public void endOthers(Actor actor, HttpServletRequest request) {
        otherSessions(actor, request).forEach(sessions::deleteById);
        trail.write(
                new Happening(
                        Optional.of(actor.id().value()),
                        "account.sessions-ended",
                        "account:" + actor.id(),
                        Optional.empty(),
                        Map.of()));
    }

    private List<String> otherSessions(Actor actor, HttpServletRequest request) {
        HttpSession here = request.getSession(false);
        return sessions.findByPrincipalName(actor.id().toString()).keySet().stream()
                .filter(id -> here == null || !id.equals(here.getId()))
                .toList();
    }
}
