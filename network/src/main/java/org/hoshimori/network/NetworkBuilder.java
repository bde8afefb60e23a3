package org.hoshimori.network;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Collects relations and companies in any order, then makes a network of them. Not for several
/// threads.
public final class NetworkBuilder {
    private final Names names = new Names();
    private final List<RelationBatch.Piece> relations = new ArrayList<>();
    private final CompanyList companies = new CompanyList();
    private RelationBatch open = new RelationBatch(names);

    /// A builder that knows nobody yet.
    public NetworkBuilder() {}

    /// The number by which this builder knows a company; new when it was not known.
    ///
    /// @param name of any kind, not empty, compared by its characters
    public int company(String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        return company(utf8, 0, utf8.length);
    }

    /// As [#company(String)], from UTF-8 in place.
    public int company(byte[] utf8, int from, int to) {
        if (from >= to) {
            throw new IllegalArgumentException("a company needs a name");
        }
        return names.intern(utf8, from, to);
    }

    /// How many companies have been named.
    public int companies() {
        return names.size();
    }

    /// A relation of weight 1 with no kind and no required level.
    public void relate(int purchaser, int supplier) {
        relate(purchaser, supplier, 1, 0, 0);
    }

    /// @param weight 0 or more, in one unit for the whole network
    /// @param required the level that the purchaser requires, 0 to [Byte#MAX_VALUE]
    /// @param kinds [Dependence] bits
    public void relate(int purchaser, int supplier, float weight, int required, int kinds) {
        open.relate(purchaser, supplier, weight, required, kinds);
    }

    /// A batch to gather relations in. Many threads may fill one each, as long as nothing else is
    /// told to this builder meanwhile.
    public RelationBatch batch() {
        return new RelationBatch(names);
    }

    /// Takes the relations of a batch over; the batch is spent.
    public void add(RelationBatch batch) {
        RelationBatch told = open;
        open = batch();
        relations.addAll(told.settled(names));
        relations.addAll(batch.settled(names));
    }

    /// Says that a company stands in the list of companies; false when it already did.
    public boolean list(int company) {
        return companies.list(company);
    }

    /// @param level 0 to [Byte#MAX_VALUE]
    public void level(int company, String scheme, int level) {
        companies.level(company, scheme, level);
    }

    /// @throws IllegalArgumentException when there are more than 65,535 industries
    public void industry(int company, String industry) {
        companies.industry(company, industry);
    }

    /// @throws IllegalArgumentException when there are more than 65,535 prefectures
    public void prefecture(int company, String prefecture) {
        companies.prefecture(company, prefecture);
    }

    public void size(int company, float size) {
        companies.size(company, size);
    }

    /// The network of all that was told; the builder is spent. O(companies + relations).
    public Network build() {
        add(batch());
        int n = names.size();
        RelationSort sort = new RelationSort(relations, n);
        int[] order = order(sort.popularity());
        int[] number = new int[n];
        Parallel.pieces(
                n,
                (from, to) -> {
                    for (int i = from; i < to; i++) {
                        number[order[i]] = i;
                    }
                });
        Adjacency suppliers = sort.byPurchaser(order, number);
        relations.clear();
        Adjacency purchasers = suppliers.turned();
        Attributes attributes = companies.build(order);
        return new Network(
                names.renumbered(order, number),
                suppliers,
                purchasers,
                attributes,
                counts(suppliers, purchasers, attributes, sort.told(), sort.selfSupply()));
    }

    static Counts counts(
            Adjacency suppliers,
            Adjacency purchasers,
            Attributes attributes,
            long told,
            long selfSupply) {
        int isolated = 0;
        int n = suppliers.companies();
        for (int i = 0; i < n; i++) {
            if (suppliers.degree(i) == 0 && purchasers.degree(i) == 0) {
                isolated++;
            }
        }
        return new Counts(
                n,
                suppliers.relations(),
                told - suppliers.relations(),
                selfSupply,
                isolated,
                n - attributes.listed().size());
    }

    /// The most bought from first: a counting sort from above, companies equally popular in the
    /// order they were named.
    private static int[] order(int[] popularity) {
        int most = 0;
        for (int popular : popularity) {
            most = Math.max(most, popular);
        }
        int[] next = new int[most + 2];
        for (int popular : popularity) {
            next[most - popular + 1]++;
        }
        for (int i = 0; i <= most; i++) {
            next[i + 1] += next[i];
        }
        int[] order = new int[popularity.length];
        for (int i = 0; i < order.length; i++) {
            order[next[most - popularity[i]]++] = i;
        }
        return order;
    }
}
