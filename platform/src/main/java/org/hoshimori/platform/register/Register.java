package org.hoshimori.platform.register;

import java.util.List;
import java.util.Optional;
import org.hoshimori.log.EntryProof;
import org.hoshimori.log.SignedCheckpoint;
import org.hoshimori.log.VerifierKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The door to the public register. Who may append is decided by those who call it.
@Component
public class Register {

    Register() {}

    /// Appends in the caller's transaction: the entry exists if and only if that commits.
    @Transactional(propagation = Propagation.MANDATORY)
    public Receipt append(Entry entry) {
        throw new UnsupportedOperationException();
    }

    /// Appends several at the price of one lock and one signature.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Receipt> appendAll(List<Entry> entries) {
        throw new UnsupportedOperationException();
    }

    /// The inclusion proof with the newest signed checkpoint (C2SP tlog-proof); works within the
    /// transaction that appended.
    public Optional<EntryProof> proof(long number) {
        throw new UnsupportedOperationException();
    }

    public Optional<Written> entry(long number) {
        throw new UnsupportedOperationException();
    }

    /// All entries about a certificate, oldest first.
    public List<Written> history(String certificate) {
        throw new UnsupportedOperationException();
    }

    /// All entries about a company, oldest first.
    public List<Written> ofCompany(String corporateNumber) {
        throw new UnsupportedOperationException();
    }

    /// The newest signed checkpoint.
    public SignedCheckpoint checkpoint() {
        throw new UnsupportedOperationException();
    }

    /// The key that signs checkpoints; its name is the log's origin.
    public VerifierKey key() {
        throw new UnsupportedOperationException();
    }
}
