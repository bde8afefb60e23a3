package org.hoshimori.platform.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The passkeys in the database, and what they signed.
@Component
class PasskeyStore {

    private final JdbcClient jdbc;

    PasskeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Passkey> find(byte[] credentialId) {
        return jdbc.sql(
                        """
                        select * from account.passkey
                        where credential_id = :id and removed_at is null
                        """)
                .param("id", credentialId)
                .query((row, index) -> passkey(row))
                .optional();
    }

    List<Passkey> of(AccountId account) {
        return jdbc.sql(
                        """
                        select * from account.passkey
                        where account = :account and removed_at is null order by created_at
                        """)
                .param("account", account.value())
                .query((row, index) -> passkey(row))
                .list();
    }

    /// @return whether the credential is new; removed ones do not come back
    boolean add(Passkey passkey) {
        return jdbc.sql(
                                """
                                insert into account.passkey (credential_id, account, label, public_key, aaguid,
                                    counter, synced, transports, created_at)
                                values (:id, :account, :label, :key, :aaguid, :counter, :synced, :transports, :at)
                                on conflict (credential_id) do nothing
                                """)
                        .param("id", passkey.credentialId())
                        .param("account", passkey.account().value())
                        .param("label", passkey.label())
                        .param("key", passkey.publicKey())
                        .param("aaguid", passkey.aaguid())
                        .param("counter", passkey.counter())
                        .param("synced", passkey.synced())
                        .param("transports", Sql.array(passkey.transports()))
                        .param("at", Sql.at(passkey.createdAt()))
                        .update()
                == 1;
    }

    /// Remembers the use; a counter that does not grow is a copied key (WebAuthn §6.1.1), unless
    /// the key does not count at all.
    ///
    /// @return whether the counter grew, or stays 0
    boolean used(byte[] credentialId, long counter, Instant at) {
        return jdbc.sql(
                                """
                                update account.passkey set counter = :counter, last_used_at = :at
                                where credential_id = :id and removed_at is null
                                  and (counter < :counter or counter = 0 and :counter = 0)
                                """)
                        .param("counter", counter)
                        .param("at", Sql.at(at))
                        .param("id", credentialId)
                        .update()
                == 1;
    }

    boolean rename(AccountId owner, byte[] credentialId, String label) {
        return jdbc.sql(
                                """
                                update account.passkey set label = :label
                                where credential_id = :id and account = :owner and removed_at is null
                                """)
                        .param("label", label)
                        .param("id", credentialId)
                        .param("owner", owner.value())
                        .update()
                == 1;
    }

    boolean remove(AccountId owner, byte[] credentialId, Instant at) {
        return jdbc.sql(
                                """
                                update account.passkey set removed_at = :at
                                where credential_id = :id and account = :owner and removed_at is null
                                """)
                        .param("at", Sql.at(at))
                        .param("id", credentialId)
                        .param("owner", owner.value())
                        .update()
                == 1;
    }

    /// @return whether this assertion was never accepted before
    boolean signed(
            byte[] assertion, AccountId by, byte[] credentialId, byte[] statement, Instant at) {
        return jdbc.sql(
                                """
                                insert into account.signature (assertion, account, credential_id, statement, at)
                                values (:assertion, :by, :credential, :statement, :at)
                                on conflict (assertion) do nothing
                                """)
                        .param("assertion", assertion)
                        .param("by", by.value())
                        .param("credential", credentialId)
                        .param("statement", statement)
                        .param("at", Sql.at(at))
                        .update()
                == 1;
    }

    private static Passkey passkey(ResultSet row) throws SQLException {
        return new Passkey(
                row.getBytes("credential_id"),
                new AccountId(row.getObject("account", UUID.class)),
                row.getString("label"),
                row.getBytes("public_key"),
                row.getObject("aaguid", UUID.class),
                row.getLong("counter"),
                row.getBoolean("synced"),
                Sql.texts(row, "transports"),
                Sql.instant(row, "created_at"),
                Optional.ofNullable(Sql.instantOrNull(row, "last_used_at")));
    }
}
