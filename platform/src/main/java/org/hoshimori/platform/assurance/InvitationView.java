package org.hoshimori.platform.assurance;

import java.util.List;
import java.util.Optional;
import org.hoshimori.platform.assessment.Assessment;
import org.hoshimori.platform.organisation.Organisation;
import org.hoshimori.rules.Text;

/// The company's page about its expert.
///
/// @param mayInvite whether this person may invite and end an engagement
/// @param open who is invited or engaged now
/// @param expert that person's registration, once known
/// @param check the newest check of independence in the open engagement, or the one that refused
///   just now
/// @param past the engagements that ended, newest first
/// @param found experts that match what was searched
/// @param error the message key of what went wrong just now
/// @param email what was typed
public record InvitationView(
        Assessment assessment,
        Organisation company,
        boolean mayInvite,
        Optional<Engagement> open,
        Optional<Expert> expert,
        Optional<Independence> check,
        List<Engagement> past,
        String query,
        List<Candidate> found,
        List<Text> rules,
        Optional<String> error,
        String email,
        Optional<Confirmation> confirmation) {

    /// An expert in the search, with the address that an invitation goes to.
    public record Candidate(Expert expert, Qualification qualification, String email) {}
}
