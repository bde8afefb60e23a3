package org.hoshimori.network;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// One state of a supply network, never changed: any number of threads may ask at once. Companies
/// are numbers from 0; the most bought from come first, so that what is read often lies together.
///
/// Levels are those of one scheme at a time ([#asking(String)]).
public final class Network {
    /// The scheme that levels are of when none is named.
    public static final String SCHEME = "scs";

    final Names names;
    final Adjacency suppliers;
    final Adjacency purchasers;
    final Attributes attributes;
    final byte[] levels;
    private final String scheme;
    private final Counts counts;
    private final Scratch.Pool scratch;

    Network(
            Names names,
            Adjacency suppliers,
            Adjacency purchasers,
            Attributes attributes,
            Counts counts) {
        this(
                names,
                suppliers,
                purchasers,
                attributes,
                counts,
                SCHEME,
                attributes.levels(SCHEME, names.size()),
                new Scratch.Pool(names.size()));
    }

    private Network(
            Names names,
            Adjacency suppliers,
            Adjacency purchasers,
            Attributes attributes,
            Counts counts,
            String scheme,
            byte[] levels,
            Scratch.Pool scratch) {
        this.names = names;
        this.suppliers = suppliers;
        this.purchasers = purchasers;
        this.attributes = attributes;
        this.counts = counts;
        this.scheme = scheme;
        this.levels = levels;
        this.scratch = scratch;
    }

    public int companies() {
        return names.size();
    }

    public int relations() {
        return suppliers.relations();
    }

    public Counts counts() {
        return counts;
    }

    /// The relations of each company with those it buys from.
    public Adjacency suppliers() {
        return suppliers;
    }

    /// The relations of each company with those that buy from it.
    public Adjacency purchasers() {
        return purchasers;
    }

    /// The number of a company, or empty when nobody here has this name.
    public OptionalInt company(String name) {
        int number = names.find(name);
        return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
    }

    public String name(int company) {
        return names.name(company);
    }

    /// The level of a company in the scheme asked about; 0 when it has none.
    public int level(int company) {
        return levels[company];
    }

    /// Empty when not known.
    public Optional<String> industry(int company) {
        return Optional.of(attributes.industry().text(company)).filter(text -> !text.isEmpty());
    }

    /// Empty when not known.
    public Optional<String> prefecture(int company) {
        return Optional.of(attributes.prefecture().text(company)).filter(text -> !text.isEmpty());
    }

    /// The size of a company in the unit of the source, NaN when not known.
    public float size(int company) {
        return attributes.sizes()[company];
    }

    /// Whether the company stood in the list of companies; if not, only relations name it.
    public boolean listed(int company) {
        return attributes.listed().has(company);
    }

    /// The scheme that levels are of.
    public String scheme() {
        return scheme;
    }

    /// The schemes of which levels are known.
    public Set<String> schemes() {
        return attributes.levels().keySet();
    }

    /// The same network with the levels of another scheme. Shares everything; O(1).
    public Network asking(String other) {
        return with(other, attributes.levels(other, companies()));
    }

    /// What if these companies had at least this level? Shares everything but the levels;
    /// O(companies) bytes copied.
    ///
    /// @param level 0 to [Byte#MAX_VALUE]
    public Network raised(Collection<Integer> raised, int level) {
        byte[] copy = levels.clone();
        for (int company : raised) {
            copy[company] = (byte) Math.max(copy[company], level);
        }
        return with(scheme, copy);
    }

    /// The network after changes; this one stays as it is. Companies keep their numbers. Copies at
    /// the speed of memory, without sorting anything again.
    public Network after(Delta delta) {
        return DeltaMerge.after(this, delta);
    }

    private Network with(String other, byte[] otherLevels) {
        Map<String, byte[]> all = new HashMap<>(attributes.levels());
        all.put(other, otherLevels);
        return new Network(
                names,
                suppliers,
                purchasers,
                new Attributes(
                        Map.copyOf(all),
                        attributes.industry(),
                        attributes.prefecture(),
                        attributes.sizes(),
                        attributes.listed()),
                counts,
                other,
                otherLevels,
                scratch);
    }

    Scratch.Pool scratch() {
        return scratch;
    }
}
