package org.hoshimori.network.nation;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hoshimori.network.Dependence;
import org.hoshimori.network.Network;
import org.hoshimori.network.NetworkBuilder;

/// A nation made up by a plan. Companies and relations are drawn one after the other and never
/// kept: a nation of any size streams through. What it imitates, and how well, stands in
/// docs/reference/network.md.
public final class Nation {
    /// Where relations go.
    interface RelationSink {
        void relation(Company purchaser, int supplier, float weight, int required, int kinds);
    }

    private static final double BUYS_NOTHING = 0.18;
    private static final double SELLS_NOTHING = 0.20;
    private static final double SIZE_TAIL = 1.06;
    private static final double SUPPLIER_TAIL = 1.35;
    private static final double SIZE_DECIDES = 0.7;
    private static final double AT_HOME = 0.55;
    private static final int INPUTS = 8;
    private static final double MAIN_INPUTS = 0.75;

    /// Popular ranks are drawn as u to this power: it makes the tail of customers.
    private static final double POPULARITY = 3.6;

    private final NationPlan plan;
    private final Places prefectures = new Places(Places.PREFECTURES.size());
    private final Places industries = new Places(Places.INDUSTRIES);
    private final Places inputRanks = new Places(INPUTS);
    private final int[][] inputs = new int[Places.INDUSTRIES][INPUTS];
    private final Cells cells;
    private final double scale;
    private final int most;

    public Nation(NationPlan plan) {
        this.plan = plan;
        SplittableRandom random = new SplittableRandom(plan.seed());
        for (int[] input : inputs) {
            for (int i = 0; i < INPUTS; i++) {
                input[i] = industries.draw(random.nextDouble());
            }
        }
        most = (int) Math.max(20, 6500 * Math.pow(plan.companies() / 1e6, 1 / SUPPLIER_TAIL));
        scale = scale((double) plan.relations() / plan.companies() / (1 - BUYS_NOTHING));
        cells = new Cells(plan.companies(), this::company, this::sells);
    }

    /// The scale at which the mean number of suppliers of those that buy comes out as planned.
    private double scale(double mean) {
        double low = 0;
        double high = 1e6;
        for (int step = 0; step < 80; step++) {
            double middle = (low + high) / 2;
            double sum = 0;
            for (int i = 0; i < 20_000; i++) {
                sum += suppliers((i + 0.5) / 20_000, middle);
            }
            if (sum / 20_000 < mean) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private int suppliers(double rank, double by) {
        return (int) Math.min(most, by * Math.pow(rank, -1 / SUPPLIER_TAIL));
    }

    private boolean sells(int number) {
        return random(2, number).nextDouble() >= SELLS_NOTHING;
    }

    /// The chance of one company, unrelated to those of other companies, seeds and purposes.
    private SplittableRandom random(int purpose, int number) {
        return new SplittableRandom(mix(mix(mix(plan.seed()) + purpose) ^ number));
    }

    private static long mix(long z) {
        z = (z + 0x9e3779b97f4a7c15L) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    Company company(int number) {
        SplittableRandom random = random(0, number);
        double rank = 1 - random.nextDouble();
        int size = (int) Math.min(400_000, Math.pow(rank, -1 / SIZE_TAIL));
        // Larger companies hold stars more often: 5 % of the smallest, nearly all of the largest.
        double odds = 0.05 * Math.pow(size, 0.8);
        double holds = odds / (1 + odds);
        double draw = random.nextDouble();
        int level = draw < holds * 0.03 ? 5 : draw < holds * 0.3 ? 4 : draw < holds ? 3 : 0;
        return new Company(
                number,
                industries.draw(random.nextDouble()),
                prefectures.draw(random.nextDouble()),
                size,
                level,
                rank);
    }

    int companies() {
        return plan.companies();
    }

    /// Draws the relations of one purchaser; no supplier twice, and never itself.
    void relations(int number, RelationSink sink) {
        Company company = company(number);
        SplittableRandom random = random(1, number);
        if (random.nextDouble() < BUYS_NOTHING) {
            return;
        }
        double rank = random.nextDouble() < SIZE_DECIDES ? company.rank() : 1 - random.nextDouble();
        double exact = scale * Math.pow(rank, -1 / SUPPLIER_TAIL);
        int wanted = (int) Math.min(most, exact);
        int[] drawn = new int[wanted];
        for (int i = 0; i < wanted; i++) {
            drawn[i] = supplier(company, random);
        }
        int[] distinct =
                IntStream.of(drawn).filter(i -> i >= 0 && i != number).distinct().toArray();
        double budget = 1e7 * Math.pow(company.size(), 0.9) / Math.max(1, distinct.length);
        for (int supplier : distinct) {
            float weight = (float) Math.ceil(budget * Math.exp(1.5 * random.nextGaussian()));
            int kinds =
                    (random.nextDouble() < 0.10 ? Dependence.SECRETS.bit() : 0)
                            | (random.nextDouble() < 0.20 ? Dependence.STOP.bit() : 0)
                            | (random.nextDouble() < 0.08 ? Dependence.ACCESS.bit() : 0);
            int required = kinds == 0 ? 0 : Integer.bitCount(kinds) > 1 ? 4 : 3;
            sink.relation(company, supplier, weight, required, kinds);
        }
    }

    private int supplier(Company company, SplittableRandom random) {
        int industry =
                random.nextDouble() < MAIN_INPUTS
                        ? inputs[company.industry()][inputRanks.draw(random.nextDouble())]
                        : industries.draw(random.nextDouble());
        int prefecture =
                random.nextDouble() < AT_HOME
                        ? company.prefecture()
                        : prefectures.draw(random.nextDouble());
        int sellers = cells.sellers(industry, prefecture);
        if (sellers == 0) {
            return -1;
        }
        int at = (int) (sellers * Math.pow(random.nextDouble(), POPULARITY));
        return cells.member(industry, prefecture, at);
    }

    /// The nation as a network.
    public Network network() {
        NetworkBuilder builder = new NetworkBuilder();
        for (int i = 0; i < plan.companies(); i++) {
            Company company = company(i);
            int number = builder.company(company.name());
            builder.list(number);
            builder.level(number, Network.SCHEME, company.level());
            builder.industry(number, company.industryText());
            builder.prefecture(number, company.prefectureText());
            builder.size(number, company.size());
        }
        for (int i = 0; i < plan.companies(); i++) {
            relations(
                    i,
                    (purchaser, supplier, weight, required, kinds) ->
                            builder.relate(purchaser.number(), supplier, weight, required, kinds));
        }
        return builder.build();
    }
}
