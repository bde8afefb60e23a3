package org.hoshimori.rules.bulk;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Links;
import org.jspecify.annotations.Nullable;

/// Where the outcome of each criterion comes from in a block of columns: its own column, or, where
/// parts are answered alone or others answer for it, what is made of several. One thread's own.
final class Sources {
    private final Criterion[] criteria;
    private final int[][] parts;
    private final int[][] supersededBy;
    private final int[][] coveredBy;

    /// What was made, by criterion; null for one that is its own column.
    private final @Nullable Planes[] made;

    private final Planes scratch = Planes.empty();
    private final long[] mask = new long[Columns.WORDS];
    private long[][] block = {};

    Sources(Edition edition, Columns columns) {
        this.criteria = edition.criteria().toArray(new Criterion[0]);
        this.parts = new int[criteria.length][];
        this.supersededBy = new int[criteria.length][];
        this.coveredBy = new int[criteria.length][];
        this.made = new Planes[criteria.length];
        for (int i = 0; i < criteria.length; i++) {
            Criterion criterion = criteria[i];
            Links links = criterion.links();
            parts[i] =
                    edition.manner().partsAnswerable()
                            ? numbers(
                                    columns,
                                    criterion.parts().stream().map(criterion::part).toList())
                            : new int[0];
            supersededBy[i] = numbers(columns, links.supersededBy());
            coveredBy[i] = numbers(columns, links.coveredBy());
            if (parts[i].length + supersededBy[i].length + coveredBy[i].length > 0) {
                made[i] = Planes.empty();
            }
        }
    }

    /// Criteria are the first columns, in catalogue order.
    private static int[] numbers(Columns columns, List<String> ids) {
        return ids.stream().mapToInt(id -> columns.column(id).orElseThrow()).toArray();
    }

    int size() {
        return criteria.length;
    }

    Planes of(int criterion) {
        Planes own = made[criterion];
        return own == null ? column(criterion) : own;
    }

    private Planes column(int number) {
        return Planes.of(block, number);
    }

    /// Turns to another block, and makes what has to be made: parts first, then links in the order
    /// of the catalogue.
    void read(long[][] block) {
        this.block = block;
        for (int i = 0; i < criteria.length; i++) {
            Planes own = made[i];
            if (own != null) {
                fold(i, own);
            }
        }
        for (int i = 0; i < criteria.length; i++) {
            if (supersededBy[i].length + coveredBy[i].length > 0) {
                link(i, Objects.requireNonNull(made[i]));
            }
        }
    }

    /// A part that nobody answered alone is the whole again.
    private void fold(int criterion, Planes own) {
        Planes whole = column(criterion);
        own.copy(whole);
        boolean first = true;
        boolean silent = false;
        for (int number : parts[criterion]) {
            Planes part = column(number);
            if (part.silent()) {
                silent = true;
                continue;
            }
            Planes into = first ? own : scratch;
            into.copy(part);
            into.fill(whole);
            if (!first) {
                own.worsen(scratch);
            }
            first = false;
        }
        if (silent && !first) {
            own.worsen(whole);
        }
    }

    private void link(int criterion, Planes own) {
        if (coveredBy[criterion].length > 0) {
            scratch.copy(of(coveredBy[criterion][0]));
            for (int other : coveredBy[criterion]) {
                scratch.worsen(of(other));
            }
        }
        if (supersededBy[criterion].length > 0) {
            own.failing(mask);
            IntStream.of(supersededBy[criterion]).forEach(other -> of(other).keepMet(mask));
            own.meet(mask);
        }
        if (coveredBy[criterion].length > 0) {
            own.fill(scratch);
        }
    }
}
