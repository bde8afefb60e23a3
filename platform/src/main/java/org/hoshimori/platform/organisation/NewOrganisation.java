package org.hoshimori.platform.organisation;

import java.util.List;

/// A company somebody wants to begin with.
///
/// @param founderIsExecutive whether the founder also pledges for the company
public record NewOrganisation(
        CorporateNumber number,
        Profile profile,
        List<Officer> officers,
        boolean founderIsExecutive) {

    public NewOrganisation {
        officers = List.copyOf(officers);
    }
}
