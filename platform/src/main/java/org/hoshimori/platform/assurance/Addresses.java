package org.hoshimori.platform.assurance;

import java.util.UUID;
import org.hoshimori.platform.assessment.AssessmentId;
import org.hoshimori.platform.web.NotFound;

/// Reads ids out of paths and forms: what is no id leads nowhere.
final class Addresses {

    private Addresses() {}

    static AssessmentId assessment(String text) {
        return new AssessmentId(id(text));
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }
}
