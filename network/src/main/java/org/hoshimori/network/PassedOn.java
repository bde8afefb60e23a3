package org.hoshimori.network;

import java.util.Arrays;

/// What one more unit of a company's loss could cost all companies together if losses simply added
/// up: an upper bound for the cascade, in which inputs take the worst instead of the sum and nobody
/// loses more than all. It is v = s + A v, with s what companies sell and A what they pass on.
///
/// Solved by iteration from below. When a step changes no company by more than a hundredth of its
/// own sales, a hundredth more of everything is a bound: with u = 1.01 v the step from u leads to s
/// + A u ≤ u, and whatever the iteration converges to lies below such a u. Where that never
///   happens, as in a core that buys from nobody else and passes everything on, no bound is known.
final class PassedOn {
    private static final int STEPS = 1000;
    private static final double MARGIN = 0.01;

    private final double[] down;
    private final double[] up;

    PassedOn(ShockModel model) {
        Adjacency purchasers = model.network.purchasers;
        Adjacency suppliers = model.network.suppliers;
        down =
                solve(
                        model,
                        purchasers,
                        (value, i) -> {
                            double sum = 0;
                            for (int e = purchasers.first(i); e < purchasers.end(i); e++) {
                                sum += model.part[e] * value[purchasers.targets[e]];
                            }
                            return sum;
                        });
        up =
                solve(
                        model,
                        suppliers,
                        (value, i) -> {
                            double sum = 0;
                            for (int e = suppliers.first(i); e < suppliers.end(i); e++) {
                                int supplier = suppliers.targets[e];
                                if (model.sales[supplier] > 0) {
                                    sum +=
                                            suppliers.weights[e]
                                                    / model.sales[supplier]
                                                    * value[supplier];
                                }
                            }
                            return sum;
                        });
    }

    private interface Row {
        double of(double[] value, int company);
    }

    /// Adds up the changes: each is A times the last one.
    private static double[] solve(ShockModel model, Adjacency rows, Row row) {
        int n = rows.companies();
        double[] value = model.sales.clone();
        double[] change = model.sales.clone();
        for (int step = 0; step < STEPS; step++) {
            double[] last = change;
            double[] next = new double[n];
            Parallel.rows(
                    rows,
                    (from, to) -> {
                        for (int i = from; i < to; i++) {
                            next[i] = row.of(last, i);
                            value[i] += next[i];
                        }
                    });
            change = next;
            if (settled(model.sales, change)) {
                return bound(model.sales, value, row);
            }
        }
        double[] unknown = new double[n];
        Arrays.fill(unknown, Double.POSITIVE_INFINITY);
        return unknown;
    }

    /// Who sells nothing is nobody's supplier, so that nothing depends on its value.
    private static boolean settled(double[] sales, double[] change) {
        for (int i = 0; i < sales.length; i++) {
            // Asked this way round, what has grown beyond all numbers is not settled either.
            if (sales[i] > 0 && !(change[i] * (1 + MARGIN) <= sales[i] * MARGIN)) {
                return false;
            }
        }
        return true;
    }

    private static double[] bound(double[] sales, double[] value, Row row) {
        for (int i = 0; i < sales.length; i++) {
            value[i] *= 1 + MARGIN;
        }
        for (int i = 0; i < sales.length; i++) {
            if (sales[i] == 0) {
                value[i] = row.of(value, i);
            }
        }
        return value;
    }

    double down(int company) {
        return down[company];
    }

    double up(int company) {
        return up[company];
    }
}
