package org.hoshimori.rules;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Something a company can do that completes criteria. Every figure is an estimate.
///
/// @param costs by company size
/// @param leadDays days from beginning to being in place
/// @param helps what it completes, `scheme:id`; the id of a requirement means all its criteria
/// @param needs ids of measures that must be in place before
public record Measure(
        String id,
        Kind kind,
        Text title,
        Map<CompanySize, Cost> costs,
        int leadDays,
        List<String> helps,
        List<String> needs,
        String source,
        Confidence confidence) {
    /// What sort of measure it is.
    public enum Kind implements Code {
        RULE,
        TECHNICAL,
        OPERATION,
        INVENTORY,
        /// A service that several firms share, such as お助け隊; never a brand.
        SHARED_SERVICE
    }

    /// @param effortDays person-days of the company's own people, once
    /// @param once yen paid once
    /// @param yearly yen paid each year
    public record Cost(int effortDays, long once, long yearly) {
        /// Yen over `years` years, the company's own work included.
        public long yen(long dayRate, int years) {
            return Math.addExact(
                    Math.addExact(once, Math.multiplyExact(yearly, (long) years)),
                    Math.multiplyExact(dayRate, (long) effortDays));
        }
    }

    public Measure {
        costs = Map.copyOf(costs);
        helps = List.copyOf(helps);
        needs = List.copyOf(needs);
    }

    /// The same when some of what it needs is in place.
    public Measure without(Set<String> inPlace) {
        return new Measure(
                id,
                kind,
                title,
                costs,
                leadDays,
                helps,
                needs.stream().filter(need -> !inPlace.contains(need)).toList(),
                source,
                confidence);
    }

    /// What it costs a company of `size`.
    public Cost cost(CompanySize size) {
        return Objects.requireNonNull(costs.get(size));
    }
}
