package org.hoshimori.platform.account;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.platform.trail.Happening;
import org.hoshimori.platform.trail.Trail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A person's passkeys: registered, named and removed.
@Component
class Passkeys {

    private final PasskeyStore store;
    private final PasskeyOptions options;
    private final Ceremonies ceremonies;
    private final Trail trail;
    private final Clock clock;

    Passkeys(
            PasskeyStore store,
            PasskeyOptions options,
            Ceremonies ceremonies,
            Trail trail,
            Clock clock) {
        this.store = store;
        this.options = options;
        this.ceremonies = ceremonies;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Passkey> of(Actor actor) {
        return store.of(actor.id());
    }

    @Transactional(readOnly = true)
    public String options(Actor actor, byte[] challenge) {
        return options.creation(actor, challenge, store.of(actor.id()));
    }

    /// @return the fault, when the answer is not accepted
    @Transactional
    public Optional<Ceremonies.Fault> register(
            Actor actor, byte[] challenge, String json, String label) {
        return switch (ceremonies.register(actor.id(), challenge, json, label)) {
            case Ceremonies.Registration.Bad(Ceremonies.Fault fault) -> Optional.of(fault);
            case Ceremonies.Registration.Good(Passkey passkey) -> {
                if (!store.add(passkey)) {
                    yield Optional.of(Ceremonies.Fault.FOREIGN);
                }
                tell(actor, "passkey.registered", passkey.credentialId());
                yield Optional.empty();
            }
        };
    }

    @Transactional
    public boolean rename(Actor actor, byte[] credentialId, String label) {
        boolean done = store.rename(actor.id(), credentialId, label);
        if (done) {
            tell(actor, "passkey.renamed", credentialId);
        }
        return done;
    }

    @Transactional
    public boolean remove(Actor actor, byte[] credentialId) {
        boolean done = store.remove(actor.id(), credentialId, clock.instant());
        if (done) {
            tell(actor, "passkey.removed", credentialId);
        }
        return done;
    }

    private void tell(Actor actor, String what, byte[] credentialId) {
        trail.write(
                new Happening(
                        Optional.of(actor.id().value()),
                        what,
                        "account:" + actor.id(),
                        Optional.empty(),
                        Map.of("passkey", Passkey.encode(credentialId))));
    }
}
