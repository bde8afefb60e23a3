package org.hoshimori.platform.outlook;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.hoshimori.platform.assessment.Assessment;
import org.hoshimori.rules.Due;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Measure;
import org.hoshimori.rules.Text;

/// Where a company stands in one edition of a scheme.
///
/// @param source the assessment whose answers count; empty when there is none
/// @param reached the level that its own answers reach; empty for none
public record Prospect(
        Edition edition, Optional<Assessment> source, Optional<Text> reached, List<Rung> rungs) {

    /// One level, in criteria.
    ///
    /// @param total asked
    /// @param own met (or not applicable, with a reason) by the company's own answers
    /// @param full open, but met by what was said elsewhere, as the crosswalks see it
    /// @param part open, and met in part by what was said elsewhere
    /// @param against open, and not met according to what was said elsewhere
    /// @param met whether the scheme's own rule holds
    /// @param due what must happen when, were the assessment of the day asked for
    /// @param scored whether the rule is more than a gate, so that the share decides nothing
    public record Rung(
            Text title,
            String id,
            int total,
            int own,
            int full,
            int part,
            int against,
            boolean met,
            String status,
            boolean scored,
            Optional<Next> next,
            List<Due> due) {

        public int open() {
            return total - own - full - part;
        }

        /// A share of the bar, which is 100 wide.
        public double width(int count) {
            return total == 0 ? 0 : Math.round(count * 10_000.0 / total) / 100.0;
        }
    }

    /// What one more measure would open.
    ///
    /// @param criteria how many of this level it completes
    /// @param yen an estimate for the first year
    /// @param reaches whether the level is then reached
    public record Next(Measure measure, int criteria, long yen, boolean reaches) {}

    /// A level as the address of a plan names it.
    public String wanted(Rung rung) {
        return URLEncoder.encode(
                edition.scheme() + "/" + edition.id() + "/" + rung.id(), StandardCharsets.UTF_8);
    }

    /// Whether anything is known of the company here.
    public boolean known() {
        return rungs.stream()
                .anyMatch(rung -> rung.own() + rung.full() + rung.part() + rung.against() > 0);
    }
}
