package org.hoshimori.network;

/// Runs shocks through a [ShockModel], touching only whom they reach. Not for several threads.
public final class Cascade {
    private static final double LEAST = 1e-12;

    private final ShockModel model;
    private final Spread down;
    private final Spread up;

    Cascade(ShockModel model, double pruning) {
        this.model = model;
        int n = model.network.companies();
        double least = Math.max(LEAST, pruning);
        this.down = new Spread(n, model.inputs, least);
        this.up = new Spread(n, 0, least);
    }

    /// What happens when these companies stop altogether.
    public Shock stop(int... companies) {
        Adjacency purchasers = model.network.purchasers;
        Adjacency suppliers = model.network.suppliers;
        down.begin(companies);
        for (int at = down.poll(); at >= 0; at = down.poll()) {
            double more = down.take(at);
            for (int e = purchasers.offsets[at], end = purchasers.offsets[at + 1]; e < end; e++) {
                down.lose(purchasers.targets[e], model.input[e], model.part[e] * more);
            }
        }
        up.begin(companies);
        for (int at = up.poll(); at >= 0; at = up.poll()) {
            double more = up.take(at);
            for (int e = suppliers.offsets[at], end = suppliers.offsets[at + 1]; e < end; e++) {
                int supplier = suppliers.targets[e];
                double sales = model.sales[supplier];
                if (sales > 0) {
                    up.lose(supplier, suppliers.weights[e] / sales * more);
                }
            }
        }
        Shock shock = Shock.of(model, down, up);
        down.clear();
        up.clear();
        return shock;
    }
}
