package org.hoshimori.platform.certificate;

/// What became of a change in a certificate's life.
public sealed interface Changed {

    record Done(Certificate certificate) implements Changed {}

    record ReasonMissing() implements Changed {}

    /// The certificate is in a state that does not allow it.
    record NotNow(State state) implements Changed {}
}
