package org.hoshimori.probe.rating;

import java.util.Optional;
import org.hoshimori.probe.network.Software;

/// One published flaw of a product and the versions that have it.
///
/// @param product as in its CPE
/// @param from the first version that has it; empty for all before
/// @param fromIncluded whether `from` itself has it
/// @param until the last version that matters; empty for all after
/// @param untilIncluded whether `until` itself has it
/// @param exploited on CISA's list of known exploited flaws
/// @param chance of being exploited within thirty days, in ten-thousandths (EPSS); 0 when not known
/// @param grave taken over from afar, without a login or anybody's help, with CVSS 9 or more
record Flaw(
        String cve,
        String product,
        String from,
        boolean fromIncluded,
        String until,
        boolean untilIncluded,
        boolean exploited,
        int chance,
        boolean grave) {

    /// From here on a flaw counts as likely: one in ten.
    static final int LIKELY = 1000;

    boolean hits(Software software) {
        if (!software.product().equals(product)) {
            return false;
        }
        int low = from.isEmpty() ? 1 : Versions.compare(software.version(), from);
        int high = until.isEmpty() ? -1 : Versions.compare(software.version(), until);
        return (low > 0 || low == 0 && fromIncluded) && (high < 0 || high == 0 && untilIncluded);
    }

    boolean likely() {
        return chance >= LIKELY || grave;
    }

    Flaw asGrave() {
        return new Flaw(
                cve, product, from, fromIncluded, until, untilIncluded, exploited, chance, true);
    }

    Flaw with(boolean listed, Optional<Integer> known) {
        return new Flaw(
                cve,
                product,
                from,
                fromIncluded,
                until,
                untilIncluded,
                exploited || listed,
                known.orElse(chance),
                grave);
    }
}
