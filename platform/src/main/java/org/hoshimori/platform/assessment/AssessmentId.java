package org.hoshimori.platform.assessment;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.trail.Happening;

/// The number of an assessment.
public record AssessmentId(UUID value) {

    public static AssessmentId of(String text) {
        return new AssessmentId(UUID.fromString(text));
    }

    /// What somebody did to it, for the trail of the organisation whose it is.
    public Happening happening(
            Actor actor, OrganisationId owner, String what, Map<String, String> details) {
        return actor.did(what, "assessment:" + value, Optional.of(owner.value()), details);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
