package org.hoshimori.platform.outlook;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Measure;
import org.hoshimori.rules.Text;
import org.hoshimori.rules.plan.Plan;

/// The way to the levels that are wanted.
///
/// @param schemes what may be wanted: of each scheme the editions offered
/// @param lines measures that help, and those that were named
/// @param plan empty when no goal is open, or busy
/// @param busy whether too many were planning at once; then there is no plan, and asking again
///   helps
/// @param difference yen more (or less) than the plan without the wishes about single measures
public record Way(
        Asked asked,
        Terms terms,
        LocalDate today,
        List<List<Edition>> schemes,
        List<Target> targets,
        List<Line> lines,
        Optional<Plan> plan,
        Optional<Long> difference,
        boolean busy) {

    /// A level wanted, before and after the plan.
    public record Target(Text title, int missing, int left, boolean met, boolean metAfter) {}

    /// A measure with its figures.
    ///
    /// @param own whether the figures are the company's own
    /// @param helps how many criteria that are missing it completes by itself
    public record Line(Measure measure, Figure figure, Figure estimate, boolean own, int helps) {}

    public boolean wants(Edition edition, String level) {
        return asked.goals().stream()
                .anyMatch(aim -> aim.edition().equals(edition) && aim.level().id().equals(level));
    }

    public boolean wants(List<Edition> editions) {
        return editions.stream()
                .anyMatch(
                        each -> asked.goals().stream().anyMatch(aim -> aim.edition().equals(each)));
    }

    public LocalDate day(int days) {
        return today.plusDays(days);
    }

    /// Days that the picture spans.
    public int span() {
        return Math.max(30, plan.map(Plan::days).orElse(0));
    }

    /// Where a day stands in a picture 100 wide.
    public double x(int day) {
        return Math.round(day * 10_000.0 / span()) / 100.0;
    }

    /// The first of each month in the picture, as days from today.
    public List<Integer> months() {
        return today.plusMonths(1)
                .withDayOfMonth(1)
                .datesUntil(today.plusDays(span()), Period.ofMonths(1))
                .map(day -> (int) ChronoUnit.DAYS.between(today, day))
                .toList();
    }

    /// The least yen for a number of criteria, in both pictures and tables.
    public record Point(int criteria, long yen) {}

    /// The cost curve; what the plan's own steps add up to where only one plan was sought.
    public List<Point> curve() {
        if (plan.isEmpty()) {
            return List.of();
        }
        if (!plan.get().curve().isEmpty()) {
            return plan.get().curve().entrySet().stream()
                    .map(each -> new Point(each.getKey(), each.getValue()))
                    .toList();
        }
        List<Point> points = new ArrayList<>();
        int criteria = 0;
        for (Plan.Step step : plan.get().steps()) {
            criteria += step.completes().size();
            points.add(new Point(criteria, step.spent()));
        }
        return points;
    }

    /// The curve as the points of a line in a picture 100 wide and 50 high, in steps.
    public String drawn() {
        List<Point> points = curve();
        long yen = Math.max(1, points.stream().mapToLong(Point::yen).max().orElse(1));
        int most = Math.max(1, points.stream().mapToInt(Point::criteria).max().orElse(1));
        var drawn = new StringBuilder("0,50");
        double before = 50;
        for (Point point : points) {
            double x = Math.round(point.criteria() * 10_000.0 / most) / 100.0;
            double y = Math.round((50 - point.yen() * 50.0 / yen) * 100) / 100.0;
            drawn.append(' ').append(x).append(',').append(before);
            drawn.append(' ').append(x).append(',').append(y);
            before = y;
        }
        return drawn.toString();
    }
}
