package org.hoshimori.network;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;

/// Random networks, and the same for JGraphT.
final class Graphs {
    private Graphs() {}

    /// A network of companies `c0`, `c1`, …: sparse or dense, with cycles, doubles, self-supply,
    /// isolated and unlisted companies.
    static Network random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int companies = 1 + random.nextInt(random.nextBoolean() ? 8 : 60);
        int relations = random.nextInt(1 + companies * (1 + random.nextInt(4)));
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < relations; i++) {
            // Squared: some are bought from by many.
            int supplier = (int) (companies * Math.pow(random.nextDouble(), 2));
            pairs.add(new int[] {random.nextInt(companies), supplier});
        }
        return build(builder -> {
            for (int i = 0; i < companies; i++) {
                int company = builder.company("c" + i);
                if (random.nextInt(5) > 0) {
                    builder.list(company);
                    builder.level(company, Network.SCHEME, random.nextInt(6));
                    builder.industry(company, "i" + random.nextInt(4));
                    builder.prefecture(company, "p" + random.nextInt(3));
                    builder.size(company, 1 + random.nextInt(1000));
                }
            }
            for (int[] pair : pairs) {
                builder.relate(
                        builder.company("c" + pair[0]),
                        builder.company("c" + pair[1]),
                        random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(100),
                        random.nextInt(6),
                        random.nextInt(8));
            }
        });
    }

    static Network build(Consumer<NetworkBuilder> content) {
        NetworkBuilder builder = new NetworkBuilder();
        content.accept(builder);
        return builder.build();
    }

    /// A network from pairs such as `"p>a a>b"`, purchaser first.
    static Network of(String pairs) {
        return build(builder -> {
            for (String pair : pairs.split(" ")) {
                String[] ends = pair.split(">");
                builder.relate(builder.company(ends[0]), builder.company(ends[1]));
            }
        });
    }

    /// The same relations, purchaser to supplier.
    static Graph<Integer, DefaultEdge> jgrapht(Network network) {
        Graph<Integer, DefaultEdge> graph = new DefaultDirectedGraph<>(DefaultEdge.class);
        for (int i = 0; i < network.companies(); i++) {
            graph.addVertex(i);
        }
        Adjacency suppliers = network.suppliers();
        for (int i = 0; i < network.companies(); i++) {
            for (int e = suppliers.first(i); e < suppliers.end(i); e++) {
                graph.addEdge(i, suppliers.company(e));
            }
        }
        return graph;
    }

    static int number(Network network, String name) {
        return network.company(name).orElseThrow();
    }
}
