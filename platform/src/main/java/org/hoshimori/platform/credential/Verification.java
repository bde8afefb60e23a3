package org.hoshimori.platform.credential;

/// What came of looking at a file.
public sealed interface Verification {

    record Judged(Verdict verdict) implements Verification {}

    /// The file is no certificate of any kind: nothing can be said of it.
    record Unreadable(Step reason) implements Verification {}
}
