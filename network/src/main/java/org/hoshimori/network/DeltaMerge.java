package org.hoshimori.network;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Makes the network after a delta: rows without changes are copied in runs at the speed of memory,
/// changed ones merged. Companies keep their numbers, new ones come last. O(companies + relations)
/// bytes copied, O(changes · log changes) steps.
final class DeltaMerge {
    private final Network before;
    private final Names names;

    /// For each purchaser with changes, for each supplier what becomes of the relation; null when
    /// it is gone.
    private final TreeMap<Integer, TreeMap<Integer, Delta.@Nullable Terms>> rows = new TreeMap<>();

    private DeltaMerge(Network before) {
        this.before = before;
        this.names = before.names.copy();
    }

    static Network after(Network before, Delta delta) {
        return new DeltaMerge(before).merge(delta);
    }

    private Network merge(Delta delta) {
        delta.relations()
                .forEach((pair, terms) -> {
                    if (!terms.isEmpty()) {
                        change(number(pair.purchaser()), number(pair.supplier()), terms.getFirst());
                    } else if (names.find(pair.purchaser()) >= 0
                            && names.find(pair.supplier()) >= 0) {
                        change(names.find(pair.purchaser()), names.find(pair.supplier()), null);
                    }
                });
        delta.levels().keySet().forEach(this::number);
        delta.left().forEach(this::leave);
        Adjacency suppliers = suppliers();
        Adjacency purchasers = suppliers.turned();
        int n = names.size();
        CompanyList list = CompanyList.of(before.attributes, n);
        delta.levels()
                .forEach((company, levels) -> {
                    list.list(names.find(company));
                    levels.forEach(
                            (scheme, level) -> list.level(names.find(company), scheme, level));
                });
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        Attributes attributes = list.build(order);
        return new Network(
                        names,
                        suppliers,
                        purchasers,
                        attributes,
                        NetworkBuilder.counts(
                                suppliers,
                                purchasers,
                                attributes,
                                suppliers.relations() + before.counts().doubled(),
                                before.counts().selfSupply()))
                .asking(before.scheme());
    }

    private int number(String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        return names.intern(utf8, 0, utf8.length);
    }

    private void change(int purchaser, int supplier, Delta.@Nullable Terms terms) {
        rows.computeIfAbsent(purchaser, _ -> new TreeMap<>()).put(supplier, terms);
    }

    private void leave(String name) {
        int company = names.find(name);
        if (company < 0) {
            return;
        }
        rows.values().forEach(row -> row.replace(company, null));
        TreeMap<Integer, Delta.@Nullable Terms> own =
                rows.computeIfAbsent(company, _ -> new TreeMap<>());
        own.replaceAll((_, _) -> null);
        if (company < before.companies()) {
            for (int e = before.suppliers.first(company); e < before.suppliers.end(company); e++) {
                own.put(before.suppliers.targets[e], null);
            }
            for (int e = before.purchasers.first(company);
                    e < before.purchasers.end(company);
                    e++) {
                change(before.purchasers.targets[e], company, null);
            }
        }
    }

    private Adjacency suppliers() {
        Adjacency old = before.suppliers;
        int n = names.size();
        int more = rows.values().stream().mapToInt(Map::size).sum();
        boolean required =
                old.required.length > 0
                        || rows.values().stream()
                                .flatMap(row -> row.values().stream())
                                .anyMatch(terms -> terms != null && terms.required() > 0);
        int room = Math.addExact(old.relations(), more);
        RowWriter to = new RowWriter(n, room, required);
        int next = 0;
        for (Map.Entry<Integer, TreeMap<Integer, Delta.@Nullable Terms>> changed :
                rows.entrySet()) {
            to.copy(old, next, Math.min(changed.getKey(), old.companies()));
            to.merge(old, changed.getKey(), changed.getValue());
            next = changed.getKey() + 1;
        }
        to.copy(old, next, old.companies());
        return to.rows();
    }
}
