package org.hoshimori.platform.assessment;

import org.hoshimori.platform.organisation.Organisation;
import org.hoshimori.platform.scheme.Titles;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Level;
import org.hoshimori.rules.Text;

/// What stands above every page of an assessment. Other modules show it too, with their own tab.
///
/// @param mayEdit whether this person answers, whatever the stage
/// @param maySubmit whether this person declares for the company
public record Head(
        Assessment assessment,
        Edition edition,
        Organisation company,
        boolean mayEdit,
        boolean maySubmit) {

    public String path() {
        return "/assessments/" + assessment.id();
    }

    public Level level() {
        return edition.level(assessment.level()).orElseThrow();
    }

    /// The level by the name it has among all schemes.
    public Text title() {
        return Titles.of(edition, level());
    }

    /// Whether answers may be written by this person now.
    public boolean open() {
        return mayEdit && assessment.stage().open();
    }
}
