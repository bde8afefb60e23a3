package org.hoshimori.platform.assurance;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.platform.assessment.AssessmentId;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.rules.Code;

/// The relation of one expert to one assessment, from the invitation to its end.
///
/// @param email where the invitation went
/// @param expert the account, as soon as it is known
/// @param message the company's words to the expert
/// @param readAt when the expert last opened the assessment, to the hour
/// @param endedAt when it was declined or withdrawn, with the reason
public record Engagement(
        UUID id,
        AssessmentId assessment,
        OrganisationId organisation,
        String email,
        Optional<AccountId> expert,
        Stage stage,
        AccountId invitedBy,
        Instant invitedAt,
        String message,
        Optional<Declaration> declaration,
        Optional<Instant> acceptedAt,
        Optional<Instant> readAt,
        Optional<Instant> endedAt,
        String reason) {

    /// How far the engagement is.
    public enum Stage implements Code {
        INVITED,
        ACCEPTED,
        /// The expert said no to the invitation.
        DECLINED,
        /// One of the two sides ended it.
        WITHDRAWN
    }

    public boolean open() {
        return stage == Stage.INVITED || stage == Stage.ACCEPTED;
    }

    /// Whether it is this person who was invited or accepted.
    public boolean concerns(AccountId account, String address) {
        return expert.map(account::equals).orElseGet(() -> email.equalsIgnoreCase(address));
    }
}
