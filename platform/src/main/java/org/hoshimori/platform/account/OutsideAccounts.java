package org.hoshimori.platform.account;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.platform.database.Sql;
import org.hoshimori.platform.web.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Whose account a person of the outside provider has: the one connected before (issuer and
/// subject), else the one of the mail address that the provider verified.
@Component
class OutsideAccounts {

    sealed interface Person {
        record Known(AccountId id) implements Person {}

        /// The provider gave no verified mail address, so nobody can be connected.
        record WithoutAddress() implements Person {}
    }

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Clock clock;

    OutsideAccounts(JdbcClient jdbc, Accounts accounts, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Transactional
    public Person of(OidcUser user) {
        String issuer = Objects.requireNonNull(user.getIssuer()).toString();
        Optional<AccountId> connected =
                jdbc.sql(
                                """
                                select account from account.outside_identity
                                where issuer = :issuer and subject = :subject
                                """)
                        .param("issuer", issuer)
                        .param("subject", user.getSubject())
                        .query(UUID.class)
                        .optional()
                        .map(AccountId::new);
        return connected.<Person>map(Person.Known::new).orElseGet(() -> connect(issuer, user));
    }

    private Person connect(String issuer, OidcUser user) {
        String claimed = user.getEmail();
        Optional<Email> email =
                claimed != null && Boolean.TRUE.equals(user.getEmailVerified())
                        ? Email.parse(claimed)
                        : Optional.empty();
        if (email.isEmpty()) {
            return new Person.WithoutAddress();
        }
        String name = user.getFullName();
        AccountId id = accounts.ensure(email.get().value(), name == null ? "" : name, Language.JA);
        jdbc.sql(
                        """
                        insert into account.outside_identity (issuer, subject, account, at)
                        values (:issuer, :subject, :account, :at)
                        on conflict do nothing
                        """)
                .param("issuer", issuer)
                .param("subject", user.getSubject())
                .param("account", id.value())
                .param("at", Sql.at(clock.instant()))
                .update();
        return new Person.Known(id);
    }
}
