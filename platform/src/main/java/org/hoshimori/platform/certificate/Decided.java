package org.hoshimori.platform.certificate;

import java.util.List;
import org.hoshimori.platform.credential.CertificateNumber;

/// What became of the operator's decision on an application.
public sealed interface Decided {

    record Registered(CertificateNumber certificate) implements Decided {}

    record Refused() implements Decided {}

    /// A refusal needs its reason.
    record ReasonMissing() implements Decided {}

    /// It was decided already.
    record NotNow(Application.Decision decision) implements Decided {}

    /// The machine's checks stand in the way.
    record Blocked(List<Check> failing) implements Decided {}
}
