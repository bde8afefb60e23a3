package org.hoshimori.platform.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.platform.account.Account;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.organisation.Permission;
import org.hoshimori.platform.trail.Happening;
import org.hoshimori.platform.trail.Trail;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The door to the tokens by which a company's programs prove themselves. Its owners make and
/// revoke them.
@Component
public class Tokens {

    /// The longest life of a token: what nobody renews must end by itself.
    public static final Duration LONGEST = Duration.ofDays(365);

    static final int LONGEST_NAME = 60;

    /// A token that was just made, with the secret that is told this once.
    public record Made(Token token, String secret) {}

    /// What a text in an `Authorization` header turned out to be.
    sealed interface Recognised {
        record Known(Caller caller) implements Recognised {}

        /// @param why the end of the message key
        record Refused(String why) implements Recognised {}
    }

    private final TokenRows rows;
    private final Organisations organisations;
    private final Accounts accounts;
    private final Trail trail;
    private final Clock clock;

    Tokens(
            TokenRows rows,
            Organisations organisations,
            Accounts accounts,
            Trail trail,
            Clock clock) {
        this.rows = rows;
        this.organisations = organisations;
        this.accounts = accounts;
        this.trail = trail;
        this.clock = clock;
    }

    /// @param name 1 to 60 characters, for people
    /// @param life at most [#LONGEST]
    /// @throws IllegalArgumentException for another name or life
    @Transactional
    public Made make(
            Actor actor, OrganisationId organisation, String name, Access access, Duration life) {
        organisations.require(actor, organisation, Permission.APPOINT);
        String called = tidy(name);
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a token's name has 1 to 60 characters");
        }
        if (life.isNegative() || life.isZero() || life.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a token lives at most a year");
        }
        Secret secret = Secret.fresh();
        // As fine as PostgreSQL keeps it.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var token =
                new Token(
                        new TokenId(UUID.randomUUID()),
                        organisation,
                        called,
                        access,
                        secret.ending(),
                        now,
                        actor.id(),
                        now.plus(life),
                        Optional.empty(),
                        Optional.empty());
        rows.add(token, secret);
        write(
                actor,
                "api.token-made",
                token,
                Map.of(
                        "name", called,
                        "access", access.code(),
                        "expires", LocalDate.ofInstant(token.expiresAt(), Frame.ZONE).toString()));
        return new Made(token, secret.value());
    }

    /// Those that can still be used first, then the newest.
    @Transactional(readOnly = true)
    public List<Token> of(Actor actor, OrganisationId organisation) {
        organisations.require(actor, organisation, Permission.APPOINT);
        return rows.of(organisation, clock.instant());
    }

    /// From now on nobody gets in with it.
    ///
    /// @throws NotFound when the company has no such token, or it was revoked before
    @Transactional
    public void revoke(Actor actor, OrganisationId organisation, TokenId id) {
        organisations.require(actor, organisation, Permission.APPOINT);
        Token token =
                rows.revoke(organisation, id, actor, clock.instant()).orElseThrow(NotFound::new);
        write(actor, "api.token-revoked", token, Map.of("name", token.name()));
    }

    /// Looks a presented text up. A token whose maker left the company works no more.
    @Transactional
    Recognised recognise(String presented) {
        Instant now = clock.instant();
        Optional<Token> found = Secret.parse(presented).flatMap(rows::find);
        if (found.isEmpty()) {
            return new Recognised.Refused("unknown");
        }
        Token token = found.get();
        return switch (token.state(now)) {
            case REVOKED -> new Recognised.Refused("revoked");
            case EXPIRED -> new Recognised.Refused("expired");
            case VALID -> {
                Optional<Actor> maker = accounts.find(token.createdBy()).map(one -> as(one, token));
                if (maker.isEmpty()
                        || organisations.membership(maker.get(), token.organisation()).isEmpty()) {
                    yield new Recognised.Refused("orphaned");
                }
                rows.used(token.id(), now);
                yield new Recognised.Known(new Caller(token, maker.get(), token.organisation()));
            }
        };
    }

    /// Never as the operator's staff: a token is a company's.
    private static Actor as(Account maker, Token token) {
        return new Actor(maker.id(), maker.name(), maker.email(), false).through(token.name());
    }

    static String tidy(String name) {
        return name.replaceAll("[\\p{Cc}\\p{Cf}\\s\\u3000]+", " ").strip();
    }

    private void write(Actor actor, String what, Token token, Map<String, String> details) {
        trail.write(
                new Happening(
                        Optional.of(actor.id().value()),
                        what,
                        "token:" + token.id(),
                        Optional.of(token.organisation().value()),
                        details));
    }
}
