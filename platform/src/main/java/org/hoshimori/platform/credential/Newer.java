package org.hoshimori.platform.credential;

import java.util.Optional;
import org.hoshimori.log.SignedCheckpoint;

/// What a verifier has beside the certificate: news of the register from after the download.
///
/// @param checkpoint a checkpoint from elsewhere, perhaps from a witness
/// @param bundle a fresh proof bundle of the same certificate
public record Newer(Optional<SignedCheckpoint> checkpoint, Optional<String> bundle) {

    public static final Newer NOTHING = new Newer(Optional.empty(), Optional.empty());

    public static Newer checkpoint(SignedCheckpoint checkpoint) {
        return new Newer(Optional.of(checkpoint), Optional.empty());
    }

    public static Newer bundle(String bundle) {
        return new Newer(Optional.empty(), Optional.of(bundle));
    }
}
