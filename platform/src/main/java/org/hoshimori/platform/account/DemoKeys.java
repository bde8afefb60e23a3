package org.hoshimori.platform.account;

import java.security.SecureRandom;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// Gives the sample nation's people a passkey in software, so that their signatures are real ones.
/// Exists in the demo only.
@Component
@Profile("demo")
public class DemoKeys {

    private final Passkeys passkeys;
    private final PublicAddress address;

    DemoKeys(Passkeys passkeys, PublicAddress address) {
        this.passkeys = passkeys;
        this.address = address;
    }

    /// Registers a new software passkey for the actor by the ordinary ceremony.
    ///
    /// @param label its name on the account page
    public SoftAuthenticator give(Actor actor, String label) {
        byte[] challenge = new byte[32];
        new SecureRandom().nextBytes(challenge);
        var authenticator = SoftAuthenticator.on(address.origin());
        passkeys.register(
                        actor,
                        challenge,
                        authenticator.create(passkeys.options(actor, challenge)),
                        label)
                .ifPresent(fault -> {
                    throw new IllegalStateException("the software passkey was refused: " + fault);
                });
        return authenticator;
    }
}
