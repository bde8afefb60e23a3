package org.hoshimori.platform.outlook;

import org.hoshimori.platform.organisation.Size;
import org.hoshimori.platform.scheme.Editions;
import org.hoshimori.rules.CompanySize;
import org.hoshimori.rules.Measures;
import org.springframework.stereotype.Component;

/// The measures that this instance knows now, with their estimates.
@Component
class KnownMeasures {

    private final Editions editions;

    KnownMeasures(Editions editions) {
        this.editions = editions;
    }

    /// @throws IllegalStateException when the file has faults
    Measures measures() {
        return editions.measures();
    }

    /// The column of estimates for a company; there is none for more than 300 people, so they are
    /// taken as for 300.
    static CompanySize size(Size size) {
        return switch (size) {
            case UP_TO_5, UP_TO_20 -> CompanySize.SMALL;
            case UP_TO_50, UP_TO_100 -> CompanySize.MEDIUM;
            case UP_TO_300, UP_TO_1000, OVER_1000 -> CompanySize.LARGE;
        };
    }
}
