package org.hoshimori.platform.register;

import org.hoshimori.log.Checkpoint;
import org.hoshimori.log.Hash;
import org.hoshimori.log.SignedCheckpoint;
import org.hoshimori.log.SignerKey;
import org.hoshimori.log.TreeHead;
import org.hoshimori.log.VerifierKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Holds the key that signs checkpoints. The log records its verifier key once and for all: an
/// instance with another key must not start, or the log would speak with two voices.
@Component
class Signer {

    private final SignerKey key;

    Signer(JdbcClient jdbc, TransactionTemplate transaction, KeyFile file) {
        this.key = transaction.execute(status -> known(jdbc, file));
    }

    SignedCheckpoint sign(TreeHead head) {
        return SignedCheckpoint.sign(new Checkpoint(key.verifier().name(), head), key);
    }

    VerifierKey verifier() {
        return key.verifier();
    }

    private static SignerKey known(JdbcClient jdbc, KeyFile file) {
        // Two instances may start at once on an empty database: only one may found the log.
        jdbc.sql("lock table register.log in share row exclusive mode").update();
        return jdbc.sql("select vkey from register.log")
                .query(String.class)
                .optional()
                .map(vkey -> file.keyFor(VerifierKey.parse(vkey).orThrow()))
                .orElseGet(() -> found(jdbc, file));
    }

    private static SignerKey found(JdbcClient jdbc, KeyFile file) {
        SignerKey key = file.keyForANewLog();
        String origin = key.verifier().name();
        TreeHead empty = new TreeHead(0, Hash.EMPTY_TREE);
        jdbc.sql(
                        """
                        insert into register.log (origin, vkey, size, peaks)
                        values (:origin, :vkey, 0, ''::bytea)
                        """)
                .param("origin", origin)
                .param("vkey", key.verifier().text())
                .update();
        jdbc.sql("insert into register.checkpoint (size, note) values (0, :note)")
                .param("note", SignedCheckpoint.sign(new Checkpoint(origin, empty), key).encoded())
                .update();
        return key;
    }
}
