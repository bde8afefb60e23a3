package org.hoshimori.platform.assurance;

import org.hoshimori.rules.Code;

/// What became of the operator's decision on a qualification.
public sealed interface Verified {

    /// What the operator may do with a qualification.
    enum Decision implements Code {
        VERIFY,
        REFUSE,
        SUSPEND
    }

    record Done(Qualification qualification) implements Verified {}

    /// A refusal or suspension without a reason is none.
    record ReasonMissing() implements Verified {}

    /// Somebody else was verified with the same kind and number.
    record NumberTaken() implements Verified {}

    /// The qualification is not in a state that allows this decision.
    record NotNow(Qualification.State state) implements Verified {}
}
