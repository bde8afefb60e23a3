package org.hoshimori.network;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Collects what is known of companies beside their relations.
final class CompanyList {
    private final Map<String, byte[]> levels = new HashMap<>();
    private ColumnBuilder industry = new ColumnBuilder();
    private ColumnBuilder prefecture = new ColumnBuilder();
    private float[] sizes = new float[0];
    private Marks listed = new Marks(0);

    static CompanyList of(Attributes attributes, int companies) {
        CompanyList list = new CompanyList();
        attributes.levels().forEach((scheme, known) -> list.levels.put(scheme, known.clone()));
        list.industry = ColumnBuilder.of(attributes.industry());
        list.prefecture = ColumnBuilder.of(attributes.prefecture());
        list.sizes = attributes.sizes().clone();
        list.listed = attributes.listed().sized(companies);
        return list;
    }

    void level(int company, String scheme, int level) {
        byte[] known = levels.getOrDefault(scheme, new byte[0]);
        if (company >= known.length) {
            known = Arrays.copyOf(known, Math.max(company + 1, known.length * 2));
            levels.put(scheme, known);
        }
        known[company] = (byte) level;
    }

    void industry(int company, String text) {
        industry.set(company, text);
    }

    void prefecture(int company, String text) {
        prefecture.set(company, text);
    }

    void size(int company, float size) {
        if (company >= sizes.length) {
            int before = sizes.length;
            sizes = Arrays.copyOf(sizes, Math.max(company + 1, before * 2));
            Arrays.fill(sizes, before, sizes.length, Float.NaN);
        }
        sizes[company] = size;
    }

    /// Says that the company stands in the list; false when it already did.
    boolean list(int company) {
        if (company >= listed.words.length << 6) {
            listed = listed.sized(Math.max(company + 1, listed.words.length << 7));
        }
        return listed.addNew(company);
    }

    /// @param order the old number of each new company
    Attributes build(int[] order) {
        Map<String, byte[]> moved = new HashMap<>();
        levels.forEach((scheme, known) -> moved.put(scheme, reordered(known, order)));
        float[] size = new float[order.length];
        Marks marks = new Marks(order.length);
        for (int i = 0; i < order.length; i++) {
            size[i] = order[i] < sizes.length ? sizes[order[i]] : Float.NaN;
            if (order[i] < listed.words.length << 6 && listed.has(order[i])) {
                marks.add(i);
            }
        }
        return new Attributes(
                Map.copyOf(moved), industry.build(order), prefecture.build(order), size, marks);
    }

    private static byte[] reordered(byte[] known, int[] order) {
        byte[] moved = new byte[order.length];
        for (int i = 0; i < order.length; i++) {
            moved[i] = order[i] < known.length ? known[order[i]] : 0;
        }
        return moved;
    }
}
