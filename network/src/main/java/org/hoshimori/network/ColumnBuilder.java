package org.hoshimori.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Collects one text of each company out of few.
final class ColumnBuilder {
    private final Map<String, Short> codes = new HashMap<>(Map.of("", (short) 0));
    private final List<String> texts = new ArrayList<>(List.of(""));
    private short[] values = new short[256];

    static ColumnBuilder of(Column column) {
        ColumnBuilder builder = new ColumnBuilder();
        column.texts().stream().skip(1).forEach(builder::code);
        builder.values = column.codes().clone();
        return builder;
    }

    /// @throws IllegalArgumentException when there are more than 65,535 different texts
    void set(int company, String text) {
        if (company >= values.length) {
            values = Arrays.copyOf(values, Math.max(company + 1, values.length * 2));
        }
        values[company] = code(text);
    }

    private short code(String text) {
        Short known = codes.get(text);
        if (known != null) {
            return known;
        }
        if (texts.size() > 0xffff) {
            throw new IllegalArgumentException("more than 65,535 different texts in one column");
        }
        short code = (short) texts.size();
        codes.put(text, code);
        texts.add(text);
        return code;
    }

    /// @param order the old number of each new company
    Column build(int[] order) {
        short[] moved = new short[order.length];
        for (int i = 0; i < order.length; i++) {
            moved[i] = order[i] < values.length ? values[order[i]] : 0;
        }
        return new Column(moved, List.copyOf(texts));
    }
}
