package org.hoshimori.network;

import java.util.Arrays;

/// How relations are spread over companies on one side. O(companies).
///
/// @param mean relations a company
/// @param median of companies with any
/// @param most the largest
/// @param none companies without any
/// @param tail exponent of the cumulative distribution of the upper 1 % of companies with any,
///   after Hill 1975; NaN when there are fewer than 1,000
/// @param histogram companies by degree: entry i counts those with 2^i to 2^(i+1) - 1 relations
public record Degrees(double mean, int median, int most, int none, double tail, int[] histogram) {
    private static final int ENOUGH = 1000;

    public static Degrees of(Adjacency side) {
        int n = side.companies();
        int[] degrees = new int[n];
        int[] histogram = new int[31];
        int none = 0;
        for (int i = 0; i < n; i++) {
            degrees[i] = side.degree(i);
            if (degrees[i] == 0) {
                none++;
            } else {
                histogram[31 - Integer.numberOfLeadingZeros(degrees[i])]++;
            }
        }
        Arrays.sort(degrees);
        int any = n - none;
        return new Degrees(
                n == 0 ? 0 : (double) side.relations() / n,
                any == 0 ? 0 : degrees[none + any / 2],
                n == 0 ? 0 : degrees[n - 1],
                none,
                any < ENOUGH ? Double.NaN : hill(degrees, any / 100),
                histogram);
    }

    private static double hill(int[] sorted, int top) {
        double threshold = sorted[sorted.length - top - 1];
        double sum = 0;
        for (int i = sorted.length - top; i < sorted.length; i++) {
            sum += Math.log(sorted[i] / threshold);
        }
        return sum == 0 ? Double.NaN : top / sum;
    }
}
