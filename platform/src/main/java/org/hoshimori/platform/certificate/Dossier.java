package org.hoshimori.platform.certificate;

import java.util.List;
import org.hoshimori.platform.organisation.Organisation;

/// Everything the operator needs to decide an application.
///
/// @param company as it is today
/// @param content what the frozen assessment says of it
/// @param applicant who applied, by name
/// @param earlier the company's certificates, newest first
public record Dossier(
        Application application,
        Organisation company,
        String applicant,
        Ground ground,
        FrozenContent content,
        List<Certificate> earlier) {

    public Dossier {
        earlier = List.copyOf(earlier);
    }

    public boolean waiting() {
        return application.decision() == Application.Decision.WAITING;
    }
}
