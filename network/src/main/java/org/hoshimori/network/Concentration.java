package org.hoshimori.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How much of what a group of companies sells comes from few of them. O(companies + relations).
///
/// @param group the industry or prefecture
/// @param companies of the group
/// @param sales of all of them to companies of the network, in the weights' unit
/// @param herfindahl sum of the squared shares of the companies (Herfindahl-Hirschman index): near
///   0 when many are alike, 1 when there is one
/// @param largest share of the four largest, 0 to 1
public record Concentration(
        String group, int companies, double sales, double herfindahl, double largest) {
    private static final int FOUR = 4;

    /// By industry, the most concentrated first; groups without sales are left out.
    public static List<Concentration> byIndustry(Network network) {
        return by(network, network.attributes.industry());
    }

    /// By prefecture.
    public static List<Concentration> byPrefecture(Network network) {
        return by(network, network.attributes.prefecture());
    }

    private static List<Concentration> by(Network network, Column column) {
        int groups = column.texts().size();
        int[] companies = new int[groups];
        double[] sales = new double[groups];
        double[] squares = new double[groups];
        double[][] top = new double[groups][FOUR];
        Adjacency rows = network.purchasers;
        for (int i = 0; i < network.companies(); i++) {
            int group = column.code(i);
            double sold = 0;
            for (int e = rows.first(i); e < rows.end(i); e++) {
                sold += rows.weights[e];
            }
            companies[group]++;
            sales[group] += sold;
            squares[group] += sold * sold;
            insert(top[group], sold);
        }
        List<Concentration> all = new ArrayList<>();
        for (int group = 1; group < groups; group++) {
            if (sales[group] > 0) {
                double largest = 0;
                for (double one : top[group]) {
                    largest += one;
                }
                all.add(
                        new Concentration(
                                column.texts().get(group),
                                companies[group],
                                sales[group],
                                squares[group] / sales[group] / sales[group],
                                largest / sales[group]));
            }
        }
        all.sort(
                Comparator.comparingDouble(Concentration::herfindahl)
                        .reversed()
                        .thenComparing(Concentration::group));
        return List.copyOf(all);
    }

    private static void insert(double[] top, double value) {
        for (int i = 0; i < top.length; i++) {
            if (value > top[i]) {
                double pushed = top[i];
                top[i] = value;
                value = pushed;
            }
        }
    }
}
