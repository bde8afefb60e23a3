package org.hoshimori.network;

import org.jspecify.annotations.Nullable;

/// What the stop of companies does to everyone: the cascade behind the Economic Systemic Risk Index
/// of Diem, Borsos, Reisch, Kertész and Thurner (Scientific Reports 12:7719, 2022).
///
/// Downstream, a purchaser loses production as its inputs run out, less so when the supplier has
/// small part in its industry and others can take its place; upstream, a supplier loses what its
/// customers no longer buy. Both run until nothing changes; a company's loss is the larger of the
/// two.
///
/// In two points simpler than the paper: a supplier's part in its industry stays as it was before
/// the shock (there it grows while the industry shrinks), and whether an input is essential comes
/// from [Production] rather than from a survey of industries. A company whose industry is not known
/// is replaced by nobody and makes an input of its own.
///
/// Built once for a network in O(companies + relations), 12 bytes a relation; a shock costs as many
/// steps as there are relations of the companies it touches.
public final class ShockModel {
    final Network network;

    /// For each relation on the purchasers' side, what the purchaser loses of the input when the
    /// supplier loses all.
    final double[] part;

    /// For each relation on the purchasers' side, the input that it is part of.
    final int[] input;

    final int inputs;

    /// What each company sells to companies of the network.
    final double[] sales;

    final double allSales;
    private final Production production;
    private @Nullable PassedOn passedOn;

    public ShockModel(Network network, Production production) {
        this.network = network;
        this.production = production;
        int n = network.companies();
        sales = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int e = network.purchasers.first(i); e < network.purchasers.end(i); e++) {
                sales[i] += network.purchasers.weights[e];
            }
            sum += sales[i];
        }
        allSales = sum;
        part = new double[network.relations()];
        input = new int[network.relations()];
        inputs = fill(replaceability());
    }

    /// The part of each company in what its industry sells; 1 when the industry is not known.
    private double[] replaceability() {
        Column industry = network.attributes.industry();
        double[] of = new double[industry.texts().size()];
        for (int i = 0; i < sales.length; i++) {
            of[industry.code(i)] += sales[i];
        }
        double[] parts = new double[sales.length];
        for (int i = 0; i < sales.length; i++) {
            int code = industry.code(i);
            parts[i] = code == 0 ? 1 : of[code] > 0 ? sales[i] / of[code] : 0;
        }
        return parts;
    }

    private int fill(double[] replaceability) {
        Adjacency rows = network.suppliers;
        Column industry = network.attributes.industry();
        int[] next = network.purchasers.offsets.clone();
        double[] bought = new double[industry.texts().size()];
        boolean[] essential = new boolean[bought.length];
        int[] number = new int[bought.length];
        int inputCount = 0;
        for (int i = 0; i < rows.companies(); i++) {
            double all = 0;
            for (int e = rows.first(i); e < rows.end(i); e++) {
                int code = industry.code(rows.targets[e]);
                bought[code] += rows.weights[e];
                all += rows.weights[e];
                number[code] = -1;
                essential[code] |= stops(rows.kinds[e]);
            }
            int common = -1;
            for (int e = rows.first(i); e < rows.end(i); e++) {
                int supplier = rows.targets[e];
                int code = industry.code(supplier);
                boolean own = code == 0 && stops(rows.kinds[e]);
                double of;
                int slot;
                if (own) {
                    of = rows.weights[e];
                    slot = inputCount++;
                } else if (code != 0 && essential[code]) {
                    of = bought[code];
                    slot = number[code] < 0 ? number[code] = inputCount++ : number[code];
                } else {
                    of = all;
                    slot = common < 0 ? common = inputCount++ : common;
                }
                int at = next[supplier]++;
                input[at] = slot;
                part[at] = of > 0 ? replaceability[supplier] * rows.weights[e] / of : 0;
            }
            for (int e = rows.first(i); e < rows.end(i); e++) {
                int code = industry.code(rows.targets[e]);
                bought[code] = 0;
                essential[code] = false;
            }
        }
        return inputCount;
    }

    private boolean stops(byte kinds) {
        return switch (production) {
            case LINEAR -> false;
            case LEONTIEF -> true;
            case MIXED -> (kinds & Dependence.STOP.bit()) != 0;
        };
    }

    /// How many companies there are to ask about.
    public int companies() {
        return network.companies();
    }

    /// Solved when first asked for.
    synchronized PassedOn passedOn() {
        PassedOn known = passedOn;
        if (known == null) {
            known = new PassedOn(this);
            passedOn = known;
        }
        return known;
    }

    /// A cascade to ask with, for one thread; keep it for many questions.
    ///
    /// @param pruning losses that change by less than this share of a company's production are not
    ///   passed on; 0 passes on all that a 64-bit number can tell
    public Cascade cascade(double pruning) {
        return new Cascade(this, pruning);
    }
}
