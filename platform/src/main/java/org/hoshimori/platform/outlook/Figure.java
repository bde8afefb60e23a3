package org.hoshimori.platform.outlook;

import java.util.EnumMap;
import java.util.Map;
import org.hoshimori.rules.CompanySize;
import org.hoshimori.rules.Measure;

/// What one measure costs: our estimate, or what the company says instead.
///
/// @param measure its id
/// @param effortDays person-days of the company's own people, 0 to 100,000
/// @param once yen paid once
/// @param yearly yen paid each year
/// @param leadDays calendar days until it is in place, 0 to 3660
public record Figure(String measure, int effortDays, long once, long yearly, int leadDays) {

    static Figure estimate(Measure measure, CompanySize size) {
        Measure.Cost cost = measure.cost(size);
        return new Figure(
                measure.id(), cost.effortDays(), cost.once(), cost.yearly(), measure.leadDays());
    }

    /// The measure with these figures, whatever the size.
    public Measure in(Measure measure) {
        Map<CompanySize, Measure.Cost> costs = new EnumMap<>(CompanySize.class);
        for (CompanySize size : CompanySize.values()) {
            costs.put(size, new Measure.Cost(effortDays, once, yearly));
        }
        return new Measure(
                measure.id(),
                measure.kind(),
                measure.title(),
                costs,
                leadDays,
                measure.helps(),
                measure.needs(),
                measure.source(),
                measure.confidence());
    }
}
