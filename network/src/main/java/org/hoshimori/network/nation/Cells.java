package org.hoshimori.network.nation;

import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// The companies of each industry in each prefecture, the largest first and those that sell to no
/// company last.
final class Cells {
    private final int[] starts;
    private final int[] sellers;
    private final int[] members;

    Cells(int companies, IntFunction<Company> company, IntPredicate sells) {
        int cells = Places.INDUSTRIES * Places.PREFECTURES.size();
        starts = new int[cells + 1];
        sellers = new int[cells];
        members = new int[companies];
        long[] keys =
                IntStream.range(0, companies)
                        .parallel()
                        .mapToLong(i -> key(company.apply(i), sells.test(i)))
                        .toArray();
        java.util.Arrays.parallelSort(keys);
        int[] sizes = new int[cells];
        for (int i = 0; i < companies; i++) {
            int cell = (int) (keys[i] >>> 48);
            members[i] = (int) keys[i] & 0x3fff_ffff;
            sizes[cell]++;
            if ((keys[i] >>> 47 & 1) == 0) {
                sellers[cell]++;
            }
        }
        for (int i = 0; i < cells; i++) {
            starts[i + 1] = starts[i] + sizes[i];
        }
    }

    /// Cell, then whether it sells, then its rank in 17 bits, then its number: sorted as wanted.
    private static long key(Company company, boolean sells) {
        long cell = (long) company.industry() * Places.PREFECTURES.size() + company.prefecture();
        long silent = sells ? 0 : 1;
        long rank = (long) (company.rank() * 0x1ffff);
        return cell << 48 | silent << 47 | rank << 30 | company.number();
    }

    int sellers(int industry, int prefecture) {
        return sellers[industry * Places.PREFECTURES.size() + prefecture];
    }

    int member(int industry, int prefecture, int at) {
        return members[starts[industry * Places.PREFECTURES.size() + prefecture] + at];
    }
}
