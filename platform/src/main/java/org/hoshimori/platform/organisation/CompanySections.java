package org.hoshimori.platform.organisation;

import gg.jte.Content;
import java.util.Optional;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.web.Frame;

/// A part of the company's page that another module contributes as a bean.
public interface CompanySections {

    /// @param order smaller stands higher on the page
    /// @param next what the company should do next, if this module knows; the page shows the first
    /// @param content a section with its own `h2`; a filled template is one
    record Section(int order, Optional<NextStep> next, Content content) {}

    /// @param sentence why, in a sentence
    /// @param label what the button says
    record NextStep(String sentence, String href, String label) {}

    /// Called for members only.
    Section section(Frame frame, Actor actor, Organisation organisation);
}
