package org.hoshimori.platform.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.platform.database.Sql;
import org.hoshimori.platform.web.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The accounts in the database.
@Component
class AccountStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Account> find(AccountId id) {
        return jdbc.sql("select * from account.account where id = :id")
                .param("id", id.value())
                .query((row, index) -> account(row))
                .optional();
    }

    List<Account> all(Collection<AccountId> ids) {
        return jdbc.sql("select * from account.account where id = any(:ids::uuid[])")
                .param("ids", Sql.array(ids.stream().map(AccountId::toString).distinct().toList()))
                .query((row, index) -> account(row))
                .list();
    }

    Optional<Account> find(Email email) {
        return jdbc.sql("select * from account.account where email = :email")
                .param("email", email.value())
                .query((row, index) -> account(row))
                .optional();
    }

    /// @return whether the account is new; two at once make one
    boolean add(AccountId id, Email email, String name, Language language, boolean operator) {
        return jdbc.sql(
                                """
                                insert into account.account (id, email, name, language, operator, created_at)
                                values (:id, :email, :name, :language, :operator, :at)
                                on conflict (email) do nothing
                                """)
                        .param("id", id.value())
                        .param("email", email.value())
                        .param("name", name)
                        .param("language", language.tag())
                        .param("operator", operator)
                        .param("at", Sql.at(clock.instant()))
                        .update()
                == 1;
    }

    void describe(AccountId id, String name, String nameKana, Language language) {
        jdbc.sql(
                        """
                        update account.account set name = :name, name_kana = :kana, language = :language
                        where id = :id
                        """)
                .param("id", id.value())
                .param("name", name)
                .param("kana", nameKana)
                .param("language", language.tag())
                .update();
    }

    /// Makes exactly these people operator staff.
    void appoint(Collection<String> emails) {
        jdbc.sql(
                        """
                        update account.account set operator = not operator
                        where operator <> (email = any(:emails::text[]))
                        """)
                .param("emails", Sql.array(emails))
                .update();
    }

    List<Account> operators() {
        return jdbc.sql("select * from account.account where operator order by email")
                .query((row, index) -> account(row))
                .list();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("email"),
                row.getString("name"),
                row.getString("name_kana"),
                Language.of(row.getString("language")),
                row.getBoolean("operator"));
    }
}
