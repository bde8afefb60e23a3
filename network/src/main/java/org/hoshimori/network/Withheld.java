package org.hoshimori.network;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// One purchaser's view of a network in which some companies are anonymous to it: it sees names
/// where there is consent, and of all others only counts that do not tell one of them apart.
///
/// What is said of the withheld is fixed when the view is made: one table by tier, from the network
/// as it is. It depends on nothing that the asker chooses - not depth, required level or what-if -
/// so that two answers never differ by one company. From one state of the network to the next a
/// count could still move by one; therefore counts are multiples of k, rounded from an offset that
/// is drawn, by a key the asker does not know, from the very set that is counted: the set with one
/// more company has an unrelated offset. Groups of fewer than k are not told at all, and levels
/// only where every level that occurs is held by at least k. The model is k-anonymity (Sweeney
/// 2002) with answers that stick to their set (Francis et al. 2017).
public final class Withheld {
    /// What is told of one tier's anonymous suppliers.
    ///
    /// @param tier from 1
    /// @param about 0 when there are fewer than k or none, else a multiple of k, off by less than k
    /// @param byLevel about how many of each level, multiples of k; empty when telling them could
    ///   tell of one
    public record Hidden(int tier, int about, SortedMap<Integer, Integer> byLevel) {}

    private final Network network;
    private final int asker;
    private final Marks visible;
    private final int k;
    private final byte[] key;
    private final List<Hidden> hidden;

    private Withheld(Network network, int asker, Marks visible, int k, byte[] key, int depth) {
        this.network = network;
        this.asker = asker;
        this.visible = visible;
        this.k = k;
        this.key = key.clone();
        this.hidden = hidden(depth);
    }

    /// @param visible whom the asker may see by name; itself always
    /// @param k the smallest group that is told of, 2 or more
    /// @param key at least 16 bytes that the asker does not know, the same for every view
    /// @param depth the furthest tier that can ever be asked of this view
    public static Withheld of(
            Network network,
            int asker,
            java.util.Collection<Integer> visible,
            int k,
            byte[] key,
            int depth) {
        if (k < 2 || key.length < 16) {
            throw new IllegalArgumentException("k of 2 or more and a key of 16 bytes or more");
        }
        Marks seen = new Marks(network.companies());
        visible.forEach(seen::add);
        seen.add(asker);
        return new Withheld(network, asker, seen, k, key, depth);
    }

    private List<Hidden> hidden(int depth) {
        Reached reached = Search.ofSuppliers(network).from(asker, depth);
        List<Hidden> table = new ArrayList<>();
        for (int tier = 1; tier <= reached.depth(); tier++) {
            SortedMap<Integer, List<Integer>> byLevel = new TreeMap<>();
            List<Integer> all = new ArrayList<>();
            for (int i = reached.start(tier); i < reached.end(tier); i++) {
                int company = reached.order()[i];
                if (!visible.has(company)) {
                    all.add(company);
                    byLevel.computeIfAbsent(network.level(company), _ -> new ArrayList<>())
                            .add(company);
                }
            }
            SortedMap<Integer, Integer> told = new TreeMap<>();
            // One level for all would tell everybody's: at least two must occur.
            if (byLevel.size() > 1
                    && byLevel.values().stream().allMatch(set -> set.size() >= 2 * k)) {
                for (Map.Entry<Integer, List<Integer>> level : byLevel.entrySet()) {
                    told.put(level.getKey(), about(level.getValue(), tier));
                }
            }
            table.add(new Hidden(tier, about(all, tier), told));
        }
        return List.copyOf(table);
    }

    /// A multiple of k near the size of a set; the same set gives the same answer for ever.
    private int about(List<Integer> set, int tier) {
        if (set.size() < k) {
            return 0;
        }
        int offset = offset(set, tier);
        return Math.max(k, (set.size() + offset) / k * k);
    }

    /// From 0 to k - 1, by the key and the names of the set.
    private int offset(List<Integer> set, int tier) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((network.name(asker) + "\n" + tier).getBytes(StandardCharsets.UTF_8));
            set.stream()
                    .map(network::name)
                    .sorted()
                    .forEach(name -> mac.update(("\n" + name).getBytes(StandardCharsets.UTF_8)));
            byte[] digest = mac.doFinal();
            long number = 0;
            for (int i = 0; i < 7; i++) {
                number = number << 8 | digest[i] & 0xff;
            }
            return (int) (number % k);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has HmacSHA256", missing);
        }
    }

    /// The tiers as the asker may see them: those with a name counted exactly, the others by the
    /// fixed table.
    ///
    /// @param required a supplier with a name and less than this level counts as below
    /// @param whatIf names that are seen as raised, and to which level; names that the asker cannot
    ///   see change nothing
    public List<Seen> tiers(int depth, int required, Map<String, Integer> whatIf) {
        Reached reached = Search.ofSuppliers(network).from(asker, depth);
        List<Seen> tiers = new ArrayList<>();
        for (int tier = 1; tier <= Math.min(reached.depth(), hidden.size()); tier++) {
            List<String> names = new ArrayList<>();
            int below = 0;
            for (int i = reached.start(tier); i < reached.end(tier); i++) {
                int company = reached.order()[i];
                if (visible.has(company)) {
                    String name = network.name(company);
                    names.add(name);
                    int level = Math.max(network.level(company), whatIf.getOrDefault(name, 0));
                    below += level < required ? 1 : 0;
                }
            }
            names.sort(null);
            tiers.add(new Seen(List.copyOf(names), below, hidden.get(tier - 1)));
        }
        // That there is a last tier at all would tell of the few in it.
        while (!tiers.isEmpty() && tiers.getLast().tellsNothing()) {
            tiers.removeLast();
        }
        return List.copyOf(tiers);
    }

    /// One tier as its asker may see it.
    ///
    /// @param names of the suppliers it may know, in order
    /// @param below how many of those are below the required level
    /// @param hidden what is told of all others
    public record Seen(List<String> names, int below, Hidden hidden) {
        private boolean tellsNothing() {
            return names.isEmpty() && hidden.about() == 0;
        }
    }
}
