package org.hoshimori.platform.assurance;

import org.hoshimori.platform.assessment.Stage;

/// What became of an invitation.
public sealed interface Invited {

    record Done(Engagement engagement) implements Invited {}

    /// The assessment is not declared (or already confirmed).
    record NotNow(Stage stage) implements Invited {}

    /// An expert is engaged already: end that engagement first.
    record Another(Engagement engagement) implements Invited {}

    /// The rules of independence refuse this expert, for the reasons inside.
    record NotIndependent(Independence independence) implements Invited {}

    /// What was written is no mail address.
    record BadEmail() implements Invited {}
}
