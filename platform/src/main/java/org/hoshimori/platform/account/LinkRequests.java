package org.hoshimori.platform.account;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.hoshimori.platform.database.Sql;
import org.hoshimori.platform.web.Language;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Asks for the letter with a sign-in link, within limits (per mail address and network address,
/// counted in the database, so for all instances together). Whether an account exists changes
/// nothing that the asker sees.
@Component
class LinkRequests {

    static final Duration VALID = Duration.ofMinutes(20);
    private static final Duration WINDOW = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final AccountStore accounts;
    private final Links links;
    private final AccountSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LinkRequests(
            JdbcClient jdbc,
            AccountStore accounts,
            Links links,
            AccountSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.links = links;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /// @param name what a newcomer wrote, else empty
    /// @return whether the letter goes out; no means too many in the last hour
    @Transactional
    public boolean ask(
            Email email, String name, Language language, LocalPath continueTo, String from) {
        Instant now = clock.instant();
        byte[] address = Sha256.of(network(from));
        byte[] mailbox = Sha256.of(email.value().getBytes(StandardCharsets.UTF_8));
        if (!within(mailbox, address, now)) {
            return false;
        }
        jdbc.sql(
                        """
                        insert into account.link_request (email, address, at)
                        values (:email, :address, :at)
                        """)
                .param("email", mailbox)
                .param("address", address)
                .param("at", Sql.at(now))
                .update();
        Optional<Account> known = accounts.find(email);
        Language tongue = known.map(Account::language).orElse(language);
        String link = links.make(email, name, tongue, continueTo, VALID);
        events.publishEvent(
                new LinkAsked(
                        email.value(),
                        known.map(Account::name).orElse(name),
                        tongue,
                        known.isPresent(),
                        link,
                        now.plus(VALID)));
        return true;
    }

    private boolean within(byte[] mailbox, byte[] address, Instant now) {
        return jdbc.sql(
                        """
                        select (select count(*) from account.link_request where email = :email and at > :since) < :mails
                           and (select count(*) from account.link_request where address = :address and at > :since) < :addresses
                        """)
                .param("email", mailbox)
                .param("address", address)
                .param("since", Sql.at(now.minus(WINDOW)))
                .param("mails", settings.linksPerEmail())
                .param("addresses", settings.linksPerAddress())
                .query(Boolean.class)
                .single();
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
    @Transactional
    public void forgetOldOnes() {
        jdbc.sql("delete from account.link_request where at < :before")
                .param("before", Sql.at(clock.instant().minus(WINDOW)))
                .update();
    }

    /// One household or office is one network: an IPv6 customer has a /64 of addresses to ask from.
    private static byte[] network(String from) {
        try {
            InetAddress address = InetAddress.getByName(from);
            byte[] bytes = address.getAddress();
            return address instanceof Inet6Address ? Arrays.copyOf(bytes, 8) : bytes;
        } catch (UnknownHostException e) {
            return from.getBytes(StandardCharsets.UTF_8);
        }
    }
}
