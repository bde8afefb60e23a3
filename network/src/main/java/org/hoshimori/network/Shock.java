package org.hoshimori.network;

/// Who loses what when companies stop.
public final class Shock {
    private final int[] companies;
    private final double[] losses;
    private final double index;
    private final double error;

    private Shock(int[] companies, double[] losses, double index, double error) {
        this.companies = companies;
        this.losses = losses;
        this.index = index;
        this.error = error;
    }

    static Shock of(ShockModel model, Spread down, Spread up) {
        IntList all = new IntList(down.reached().size + up.reached().size);
        for (int i = 0; i < down.reached().size; i++) {
            all.add(down.reached().values[i]);
        }
        for (int i = 0; i < up.reached().size; i++) {
            if (!down.touched(up.reached().values[i])) {
                all.add(up.reached().values[i]);
            }
        }
        double[] losses = new double[all.size];
        double lost = 0;
        for (int i = 0; i < all.size; i++) {
            int company = all.values[i];
            losses[i] = Math.max(down.loss(company), up.loss(company));
            lost += losses[i] * model.sales[company];
        }
        double unspent = 0;
        PassedOn worth = model.passedOn();
        for (int i = 0; i < all.size; i++) {
            int company = all.values[i];
            unspent += cost(worth.down(company), down.pending(company));
            unspent += cost(worth.up(company), up.pending(company));
        }
        double sales = model.allSales;
        return new Shock(
                all.toArray(),
                losses,
                sales > 0 ? lost / sales : 0,
                sales > 0 ? unspent / sales : 0);
    }

    /// Nothing pending costs nothing, even where no bound is known.
    private static double cost(double worth, double pending) {
        return pending > 0 ? worth * pending : 0;
    }

    /// The Economic Systemic Risk Index: the share of all sales that is lost, 0 to 1, those of the
    /// stopped companies included. Never too high; see [#error()].
    public double index() {
        return index;
    }

    /// How much higher the index could be if nothing had been pruned: a proven bound, or
    /// [Double#POSITIVE_INFINITY] when none is known for this network.
    public double error() {
        return error;
    }

    /// How many companies lose anything, the stopped ones included.
    public int touched() {
        return companies.length;
    }

    /// A touched company, in no particular order; from 0.
    public int company(int at) {
        return companies[at];
    }

    /// The share of its production that a touched company loses, 0 to 1.
    public double loss(int at) {
        return losses[at];
    }

    /// The share of its production that a company loses, 0 when it is not touched. O(touched).
    public double lossOf(int company) {
        for (int at = 0; at < companies.length; at++) {
            if (companies[at] == company) {
                return losses[at];
            }
        }
        return 0;
    }
}
