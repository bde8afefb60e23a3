package org.hoshimori.network;

import java.util.Arrays;

/// Shares of few companies out of many, by open addressing.
final class Shares {
    private final IntList companies;
    private double[] all;
    private double[] clean;
    private int[] slots;

    Shares(int expected) {
        companies = new IntList(expected);
        all = new double[expected];
        clean = new double[expected];
        slots = new int[Integer.highestOneBit(Math.max(8, expected)) * 4];
    }

    int size() {
        return companies.size;
    }

    int company(int i) {
        return companies.values[i];
    }

    double all(int i) {
        return all[i];
    }

    double clean(int i) {
        return clean[i];
    }

    double takeClean(int i) {
        double taken = clean[i];
        clean[i] = 0;
        return taken;
    }

    void add(int company, double share, double cleanShare) {
        int mask = slots.length - 1;
        int at = company * 0x9e3779b1 >>> 7 & mask;
        while (slots[at] != 0 && companies.values[slots[at] - 1] != company) {
            at = at + 1 & mask;
        }
        int i = slots[at] - 1;
        if (i < 0) {
            i = companies.size;
            companies.add(company);
            slots[at] = i + 1;
            if (companies.values.length > all.length) {
                all = Arrays.copyOf(all, companies.values.length);
                clean = Arrays.copyOf(clean, companies.values.length);
            }
            if (companies.size > slots.length / 2) {
                grow();
            }
        }
        all[i] += share;
        clean[i] += cleanShare;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int i = 0; i < companies.size; i++) {
            int at = companies.values[i] * 0x9e3779b1 >>> 7 & mask;
            while (slots[at] != 0) {
                at = at + 1 & mask;
            }
            slots[at] = i + 1;
        }
    }
}
