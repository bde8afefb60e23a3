package org.hoshimori.rules;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/// The mean of the means of groups of whole numbers, divided only once: groups of the same size are
/// added up, and the sums are brought to a common denominator.
final class MeanOfGroups {
    /// Up to here the common numerator of whole files is far from overflowing.
    private static final long LARGEST_DENOMINATOR = 1_000_000_000;

    private long[] sums = new long[16];
    private int groups;

    /// @param size how many numbers `sum` was made of, at least 1
    void add(int sum, int size) {
        if (size >= sums.length) {
            sums = Arrays.copyOf(sums, size + 16);
        }
        sums[size] += sum;
        groups++;
    }

    /// 0 for no groups.
    BigDecimal mean(MathContext digits) {
        if (groups == 0) {
            return BigDecimal.ZERO;
        }
        long denominator = 1;
        for (int size = 2; size < sums.length; size++) {
            if (sums[size] > 0 && denominator % size != 0) {
                denominator *= size / gcd(denominator, size);
                if (denominator > LARGEST_DENOMINATOR) {
                    return added(digits);
                }
            }
        }
        long numerator = 0;
        for (int size = 1; size < sums.length; size++) {
            numerator += sums[size] > 0 ? sums[size] * (denominator / size) : 0;
        }
        return BigDecimal.valueOf(numerator)
                .divide(BigDecimal.valueOf(denominator * groups), digits);
    }

    /// The same where sizes have too little in common.
    private BigDecimal added(MathContext digits) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int size = 1; size < sums.length; size++) {
            sum = sum.add(BigDecimal.valueOf(sums[size]).divide(BigDecimal.valueOf(size), digits));
        }
        return sum.divide(BigDecimal.valueOf(groups), digits);
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
