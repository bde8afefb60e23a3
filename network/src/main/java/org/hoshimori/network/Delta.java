package org.hoshimori.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Changes to a network, told one after the other; what is told later wins. Not for several
/// threads.
public final class Delta {
    /// A pair of companies by name.
    record Pair(String purchaser, String supplier) {}

    /// What a relation becomes.
    record Terms(float weight, int required, int kinds) {}

    private final Map<Pair, List<Terms>> relations = new LinkedHashMap<>();
    private final List<String> left = new ArrayList<>();
    private final Map<String, Map<String, Integer>> levels = new HashMap<>();

    /// A delta that changes nothing yet.
    public Delta() {}

    /// The relation is there, with exactly this weight, level and kinds; new companies become
    /// known. Of a company with itself, nothing comes.
    public Delta relate(String purchaser, String supplier, float weight, int required, int kinds) {
        if (!(weight >= 0) || weight == Float.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("a weight of " + weight);
        }
        if (purchaser.isEmpty() || supplier.isEmpty()) {
            throw new IllegalArgumentException("a company needs a name");
        }
        if (!purchaser.equals(supplier)) {
            relations.put(
                    new Pair(purchaser, supplier), List.of(new Terms(weight, required, kinds)));
        }
        return this;
    }

    /// The relation is no longer there.
    public Delta part(String purchaser, String supplier) {
        relations.put(new Pair(purchaser, supplier), List.of());
        return this;
    }

    /// The company keeps no relation, whatever else this delta tells; it stays known.
    public Delta leave(String company) {
        left.add(company);
        return this;
    }

    /// The company is listed, with this level.
    public Delta level(String company, String scheme, int level) {
        if (company.isEmpty()) {
            throw new IllegalArgumentException("a company needs a name");
        }
        levels.computeIfAbsent(company, _ -> new HashMap<>()).put(scheme, level);
        return this;
    }

    /// Empty terms mean that the relation is gone.
    Map<Pair, List<Terms>> relations() {
        return relations;
    }

    List<String> left() {
        return left;
    }

    Map<String, Map<String, Integer>> levels() {
        return levels;
    }
}
