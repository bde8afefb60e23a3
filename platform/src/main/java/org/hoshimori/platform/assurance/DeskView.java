package org.hoshimori.platform.assurance;

import java.util.List;
import java.util.Optional;
import org.hoshimori.platform.assessment.Assessment;
import org.hoshimori.platform.assessment.ReturnedItem;
import org.hoshimori.platform.assessment.Scope;
import org.hoshimori.platform.organisation.Organisation;

/// One engagement on the expert's desk, outside the review itself.
///
/// @param expert the registration of the acting person
/// @param qualified whether a qualification counts today
/// @param check what is known before, or refused after, the expert's declaration
/// @param error the message key of what to correct
/// @param confirmation once signed
public record DeskView(
        Engagement engagement,
        Assessment assessment,
        Organisation company,
        Scope scope,
        Optional<Expert> expert,
        boolean qualified,
        Optional<Independence> check,
        List<ReturnedItem> returned,
        Optional<String> error,
        String others,
        Optional<Confirmation> confirmation) {}
