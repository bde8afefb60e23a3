package org.hoshimori.platform.certificate;

import java.util.List;
import java.util.Optional;
import org.hoshimori.platform.assessment.Assessment;

/// The page on which a company applies and waits.
///
/// @param company the company's name
/// @param level the level's title in the page's language
/// @param mayApply whether this person is an owner or executive
public record ApplyView(
        Assessment assessment,
        String company,
        String level,
        List<Check> checks,
        Optional<Application> application,
        Optional<Certificate> certificate,
        boolean mayApply) {

    public boolean ready() {
        return checks.stream().noneMatch(Check::failed);
    }
}
